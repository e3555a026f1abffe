import { type Actor, type Database, statement, type Transaction } from '../database/index.ts'
import { checkEntries } from './check-entries.ts'
import { checkOrganisation } from './check-organisation.ts'
import { checkSheets } from './check-sheets.ts'
import { checkSubjects } from './check-subjects.ts'
import { createFindingList, type Finding } from './finding.ts'
import { type Fingerprint, fingerprintOf } from './fingerprint.ts'

/** What a check looked at and what it found: nothing, when all is well. */
export type JournalCheck = {
  readonly entries: number
  readonly subjects: number
  /** The first thousand. */
  readonly findings: readonly Finding[]
  readonly findingCount: number
  /** At the end of the feed, or at the position asked for; none where there is no such position, or anything was found. */
  readonly fingerprint: Fingerprint | undefined
}

export type CheckProgress = {
  readonly phase: 'entries' | 'sheets'
  /** Entries, or subjects, checked so far. */
  readonly checked: number
  readonly total: number
}

const countSubjects = statement(
  'check_size',
  'select count(*) as subjects from app.subject where org_id = (select app.org_id())',
)

/**
 * Checks everything that is stored of one organisation as it stands at this moment: positions run from 1 without a gap, the
 * hash chain is whole up to the end of the feed, columns say what bodies say, codes and the organisation's own facts are those
 * that were digested, every sheet is what its journal adds up to, and no row of any table is missing or too many. Memory
 * does not grow with the number of entries.
 */
export async function checkJournal(
  database: Database,
  actor: Actor,
  onProgress: (progress: CheckProgress) => void = () => undefined,
  at?: number,
): Promise<JournalCheck> {
  return database.withSnapshot(actor, async (tx) => {
    const findings = createFindingList()
    const { organisation, end } = await checkOrganisation(tx, findings)
    const seen = await checkEntries(tx, { end, at }, findings, (checked) => {
      onProgress({ phase: 'entries', checked, total: end?.position ?? checked })
    })
    const position = at ?? seen.position
    const total = await getSubjectCount(tx)
    const subjects = checkSubjects(tx.orgId, position, findings)
    const last = Math.min(end?.position ?? seen.position, Number.MAX_SAFE_INTEGER)
    await checkSheets(tx, { n: last }, subjects, findings, (checked) => {
      onProgress({ phase: 'sheets', checked, total })
    })
    const digest = subjects.finish(end?.codes)
    const isWhole = findings.count === 0 && organisation !== undefined && seen.hash !== undefined
    return {
      entries: end?.position ?? seen.position,
      subjects: total,
      findings: findings.listed,
      findingCount: findings.count,
      fingerprint: isWhole
        ? fingerprintOf({ position, hash: seen.hash, subjects: digest, organisation })
        : undefined,
    }
  })
}

async function getSubjectCount(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ subjects: number }>(countSubjects, [])
  return row?.subjects ?? 0
}
