import type { Entry, EntryId } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'

export type ExportedRow = { readonly entry: Entry; readonly subjectCode: string }

/** What an export reads, all of one moment. */
export type ExportStore = {
  kindsPresent(): Promise<readonly string[]>
  /** Entries of a kind in order of position, a page at a time. */
  readKind(kindName: string): AsyncIterable<readonly ExportedRow[]>
  /** Entries of the kind in the journals in which one entry was amended twice. */
  readBranchedJournals(kindName: string): Promise<readonly Entry[]>
  findRowIds(ids: readonly EntryId[]): Promise<ReadonlyMap<EntryId, string>>
  findCodes(subjectIds: readonly string[]): Promise<ReadonlyMap<string, string>>
}

const rowsPerPage = 2_000

const selectKinds = statement('line-list-kinds', 'select distinct kind from app.entry where org_id = $1')

const selectKind = statement(
  'line-list-kind',
  `select entry.position, entry.body, subject.code
     from app.entry join app.subject on subject.org_id = entry.org_id and subject.id = entry.subject_id
    where entry.org_id = $1 and entry.kind = $2 and entry.position > $3
    order by entry.position limit $4`,
)

const selectBranched = statement(
  'line-list-branched',
  `select body from app.entry where org_id = $1 and kind = $2 and subject_id in (
     select subject_id from app.entry where org_id = $1 and kind = $2 and amends is not null
      group by subject_id, amends having count(*) > 1)`,
)

const selectRowIds = statement(
  'line-list-row-ids',
  'select id, row_id from app.entry where org_id = $1 and id = any($2::uuid[]) and row_id is not null',
)

const selectCodes = statement(
  'line-list-codes',
  'select id, code from app.subject where org_id = $1 and id = any($2::uuid[])',
)

/** The export's view of the journals, within one snapshot. */
export function openExportStore(tx: Transaction): ExportStore {
  return {
    async kindsPresent() {
      return (await tx.query<{ kind: string }>(selectKinds, [tx.orgId])).map(({ kind }) => kind)
    },
    async *readKind(kindName) {
      let after = 0
      for (;;) {
        const rows = await tx.query<{ position: number; body: string; code: string }>(selectKind, [
          tx.orgId,
          kindName,
          after,
          rowsPerPage,
        ])
        if (rows.length > 0)
          yield rows.map(({ body, code }) => ({ entry: JSON.parse(body), subjectCode: code }))
        const last = rows.at(-1)
        if (last === undefined || rows.length < rowsPerPage) return
        after = last.position
      }
    },
    async readBranchedJournals(kindName) {
      const rows = await tx.query<{ body: string }>(selectBranched, [tx.orgId, kindName])
      return rows.map(({ body }) => JSON.parse(body))
    },
    async findRowIds(ids) {
      if (ids.length === 0) return new Map()
      const rows = await tx.query<{ id: string; row_id: string }>(selectRowIds, [tx.orgId, ids])
      return new Map(rows.map((row) => [row.id as EntryId, row.row_id]))
    },
    async findCodes(subjectIds) {
      if (subjectIds.length === 0) return new Map()
      const rows = await tx.query<{ id: string; code: string }>(selectCodes, [tx.orgId, subjectIds])
      return new Map(rows.map(({ id, code }) => [id, code]))
    },
  }
}
