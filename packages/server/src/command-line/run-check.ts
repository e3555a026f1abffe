import { type AuditFinding, checkAudit } from '../audit/index.ts'
import type { Deployment } from '../deployment/index.ts'
import { type CheckProgress, checkJournal, type Finding, type Fingerprint } from '../journal/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { checkSync, type SyncFinding } from '../sync/index.ts'
import type { Output } from './output.ts'

/**
 * Says whether every row is there, unchanged and in its place, every sheet follows from its journal, and the audit journal is whole; then the fingerprint
 * of it all, now or as it was at a position.
 */
export async function runCheck(
  { database }: Deployment,
  { at }: { readonly at: number | undefined },
  output: Output,
): Promise<Outcome<void>> {
  let findings = 0
  let entries = 0
  let acts = 0
  const fingerprints: (Fingerprint | undefined)[] = []
  const organisations = await database.withWholeSnapshot((whole) => whole.storedOrganisationIds())
  for (const orgId of organisations) {
    const tell = ({ phase, checked, total }: CheckProgress): void =>
      output.progress(`Checking ${phase}: ${checked} of ${total}`)
    const check = await checkJournal(database, { orgId }, tell, at)
    output.endProgress()
    fingerprints.push(check.fingerprint)
    for (const finding of check.findings) output.line(sentence(finding))
    if (check.findingCount > check.findings.length) {
      output.line(`… and ${check.findingCount - check.findings.length} more`)
    }
    findings += check.findingCount
    entries += check.entries
    output.line(`${check.entries} entries of ${check.subjects} subjects checked.`)
    const audit = await database.withSnapshot({ orgId }, checkAudit)
    for (const finding of audit.findings) output.line(sentence(finding))
    findings += audit.findingCount
    acts += audit.acts
    const beside = await database.withSnapshot({ orgId }, checkSync)
    for (const finding of beside.findings) output.line(sentence(finding))
    findings += beside.findingCount
    if (audit.acts > 0) output.line(`${audit.acts} acts of the audit journal checked.`)
  }
  if (findings > 0) {
    const many = findings === 1 ? '1 thing is' : `${findings} things are`
    return refuse(
      'check-failed',
      `${many} not as stored.`,
      'Change nothing, keep the data folder as it is, and restore the newest good backup into another folder.',
    )
  }
  if (entries === 0 && acts === 0) {
    output.line('There is nothing stored yet.')
    return done(undefined)
  }
  if (at !== undefined && fingerprints.every((one) => one === undefined)) return noSuchPosition
  for (const one of fingerprints) if (one !== undefined) output.line(inWords(one))
  output.line('All is well: positions unbroken, the hash chain whole, every sheet as its journal says.')
  return done(undefined)
}

const noSuchPosition = refuse(
  'no-such-position',
  'All is well, but no entry has that position yet.',
  'If the position was noted from this data folder, entries were taken away since: see docs/runbooks/check-finds-something.md.',
)

/** Short enough to be copied onto paper and compared by eye. */
function inWords({ position, digits }: Fingerprint): string {
  return `Position ${position}, fingerprint ${digits.match(/.{8}/g)?.join(' ')}`
}

/** A finding in words, naming places and ids only. */
function sentence(finding: Finding | AuditFinding | SyncFinding): string {
  const { found, ...details } = finding
  const words = found.replaceAll('-', ' ')
  const parts = Object.entries(details).map(([name, value]) => `${name} ${String(value)}`)
  return [words, ...parts].join(', ')
}
