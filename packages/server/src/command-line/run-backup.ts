import { backup } from '../backup/index.ts'
import type { Deployment } from '../deployment/index.ts'
import { done, type Outcome } from '../refusal/index.ts'
import type { Output } from './output.ts'

/** Writes everything of one moment into one file, also while people work. */
export async function runBackup(
  deployment: Deployment,
  { file }: { readonly file: string },
  output: Output,
): Promise<Outcome<void>> {
  const outcome = await backup(deployment.database, file, (entries, total) =>
    output.progress(`Writing: ${entries} of ${total} entries`),
  )
  output.endProgress()
  if (!outcome.ok) return outcome
  output.line(`${outcome.value.entries} entries of ${outcome.value.subjects} subjects written.`)
  return done(undefined)
}
