import { type Actor, type Database, statement, type Transaction } from '../database/index.ts'
import { checkEntries } from './check-entries.ts'
import { checkSheets } from './check-sheets.ts'
import { createFindingList, type Finding } from './finding.ts'

/** What a check looked at and what it found: nothing, when all is well. */
export type JournalCheck = {
  readonly entries: number
  readonly subjects: number
  /** The first thousand. */
  readonly findings: readonly Finding[]
  readonly findingCount: number
}

export type CheckProgress = {
  readonly phase: 'entries' | 'sheets'
  /** Entries, or subjects, checked so far. */
  readonly checked: number
  readonly total: number
}

const readSize = statement(
  'check_size',
  `select f.n, f.head, (select count(*) from app.subject where org_id = (select app.org_id())) as subjects
   from app.org_feed as f where f.org_id = (select app.org_id())`,
)

/**
 * Checks one organisation's journals as they stand at this moment: positions run from 1 without a gap, the hash chain is
 * whole up to the end of the feed, columns say what bodies say, every sheet is what its journal adds up to, and no sheet
 * is missing or too many. Memory does not grow with the number of entries.
 */
export async function checkJournal(
  database: Database,
  actor: Actor,
  onProgress: (progress: CheckProgress) => void = () => undefined,
): Promise<JournalCheck> {
  return database.withSnapshot(actor, async (tx) => {
    const findings = createFindingList()
    const { n, head, subjects } = await getSize(tx)
    await checkEntries(tx, { n, head }, findings, (checked) => {
      onProgress({ phase: 'entries', checked, total: n })
    })
    await checkSheets(tx, { n }, findings, (checked) => {
      onProgress({ phase: 'sheets', checked, total: subjects })
    })
    return { entries: n, subjects, findings: findings.listed, findingCount: findings.count }
  })
}

async function getSize(tx: Transaction): Promise<{ n: number; head: Buffer; subjects: number }> {
  const [size] = await tx.query<{ n: number; head: Buffer; subjects: number }>(readSize, [])
  if (size === undefined) throw new Error('no such organisation')
  return size
}
