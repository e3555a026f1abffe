import { restore } from '../backup/index.ts'
import type { Deployment } from '../deployment/index.ts'
import { done, type Outcome } from '../refusal/index.ts'
import type { Output } from './output.ts'

/** Fills an empty data folder from a backup: all of it, verified, or nothing. */
export async function runRestore(
  deployment: Deployment,
  { file }: { readonly file: string },
  output: Output,
): Promise<Outcome<void>> {
  const outcome = await restore(deployment.database, file, (entries, total) =>
    output.progress(`Reading: ${entries} of ${total} entries`),
  )
  output.endProgress()
  if (!outcome.ok) return outcome
  output.line(`${outcome.value.entries} entries of ${outcome.value.subjects} subjects restored.`)
  return done(undefined)
}
