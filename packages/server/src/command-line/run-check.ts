import type { Deployment } from '../deployment/index.ts'
import { checkJournal, type Finding, listOrganisations } from '../journal/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import type { Output } from './output.ts'

/** Says whether every entry is there, unchanged and in its place, and every sheet follows from its journal. */
export async function runCheck(deployment: Deployment, output: Output): Promise<Outcome<void>> {
  let findings = 0
  let entries = 0
  for (const organisation of await listOrganisations(deployment.database)) {
    const check = await checkJournal(deployment.database, organisation, ({ phase, checked, total }) =>
      output.progress(`Checking ${phase}: ${checked} of ${total}`),
    )
    output.endProgress()
    for (const finding of check.findings) output.line(sentence(finding))
    if (check.findingCount > check.findings.length) {
      output.line(`… and ${check.findingCount - check.findings.length} more`)
    }
    findings += check.findingCount
    entries += check.entries
    output.line(`${check.entries} entries of ${check.subjects} subjects checked.`)
  }
  if (findings > 0) {
    const many = findings === 1 ? '1 thing is' : `${findings} things are`
    return refuse(
      'check-failed',
      `${many} not as stored.`,
      'Change nothing, keep the data folder as it is, and restore the newest good backup into another folder.',
    )
  }
  output.line(
    entries === 0
      ? 'There is nothing stored yet.'
      : 'All is well: positions unbroken, the hash chain whole, every sheet as its journal says.',
  )
  return done(undefined)
}

/** A finding in words, naming places and ids only. */
function sentence(finding: Finding): string {
  const { found, ...details } = finding
  const words = found.replaceAll('-', ' ')
  const parts = Object.entries(details).map(([name, value]) => `${name} ${String(value)}`)
  return [words, ...parts].join(', ')
}
