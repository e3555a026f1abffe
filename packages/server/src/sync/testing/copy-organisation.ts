import { randomUUID } from 'node:crypto'
import type { SubjectId } from '@sathi/domain'
import {
  addSideRows,
  getCounters,
  readSideRows,
  type SideRow,
  type SideTable,
  setCounters,
  sideTables,
} from '../../backup/index.ts'
import { type Database, type OrgId, statement } from '../../database/index.ts'
import { type Organisation, openJournalLoad } from '../../journal/index.ts'

const listEntries = statement(
  'test_copy_entries',
  'select received_at, body from app.entry where org_id = (select app.org_id()) order by position',
)
const listSubjects = statement(
  'test_copy_subjects',
  'select id, type, code from app.subject where org_id = (select app.org_id())',
)

/** Everything of one organisation, as a backup holds it. */
export async function copyOrganisation(database: Database, organisation: Organisation) {
  return database.withSnapshot(organisation, async (tx) => {
    const entries = await tx.query<{ received_at: Date; body: string }>(listEntries, [])
    const subjects = await tx.query<{ id: SubjectId; type: string; code: string }>(listSubjects, [])
    const rows: { readonly table: SideTable; readonly rows: SideRow[] }[] = []
    for (const table of sideTables) {
      for await (const page of readSideRows(tx, table)) rows.push({ table, rows: page })
    }
    return { organisation, entries, subjects, rows, counters: await getCounters(tx) }
  })
}

/** The same again, as another organisation with a feed that begins a new life: no schedule need empty a store. */
export async function restoreOrganisation(
  database: Database,
  copy: Awaited<ReturnType<typeof copyOrganisation>>,
): Promise<Organisation> {
  const orgId = randomUUID() as OrgId
  const organisation = { ...copy.organisation, orgId, epoch: randomUUID() }
  await database.withTransaction({ orgId }, async (tx) => {
    const journal = await openJournalLoad(tx, organisation)
    await journal.addSubjects(copy.subjects)
    await journal.addEntries(copy.entries.map(({ received_at, body }) => ({ receivedAt: received_at, body })))
    await journal.finish()
    for (const { table, rows } of copy.rows) {
      await addSideRows(
        tx,
        table,
        rows.map((row) => ({ ...row, org_id: orgId })),
      )
    }
    await setCounters(tx, copy.counters)
  })
  return organisation
}
