import type { Entry, EntryId } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'

export type ExportedRow = { readonly entry: Entry; readonly subjectCode: string }

/** What an export reads, all of one moment. */
export type ExportStore = {
  kindsPresent(): Promise<readonly string[]>
  /** Entries of a kind in order of position, a page at a time. */
  readKind(kindName: string): AsyncIterable<readonly ExportedRow[]>
  /** Kinds of which some entry was amended twice. */
  branchedKinds(): Promise<ReadonlySet<string>>
  /** Entries of the kind in the journals in which that happened. */
  readBranchedJournals(kindName: string): Promise<readonly Entry[]>
  findRowIds(ids: readonly EntryId[]): Promise<ReadonlyMap<EntryId, string>>
  findCodes(subjectIds: readonly string[]): Promise<ReadonlyMap<string, string>>
}

const selectKinds = statement('line-list-kinds', 'select distinct kind from app.entry where org_id = $1')

// One walk through a kind, begun once: a query for each page could sort all of it each time where the planner knows
// nothing of the table yet, as after a large import.
const openKind = statement(
  'line-list-open-kind',
  `declare line_list_kind no scroll cursor for
   select entry.body, subject.code
     from app.entry
     cross join lateral (
       select code from app.subject where org_id = $1 and id = entry.subject_id limit 1) as subject
    where entry.org_id = $1 and entry.kind = $2
    order by entry.position`,
)
const nextOfKind = statement('line-list-next-of-kind', 'fetch 2000 from line_list_kind')
const closeKind = statement('line-list-close-kind', 'close line_list_kind')

const selectBranchedKinds = statement(
  'line-list-branched-kinds',
  `select distinct kind from (
     select kind from app.entry where org_id = $1 and amends is not null
      group by kind, subject_id, amends having count(*) > 1) as branched`,
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
      await tx.query(openKind, [tx.orgId, kindName])
      for (;;) {
        const rows = await tx.query<{ body: string; code: string }>(nextOfKind, [])
        if (rows.length === 0) break
        yield rows.map(({ body, code }) => ({ entry: JSON.parse(body), subjectCode: code }))
      }
      await tx.query(closeKind, [])
    },
    async branchedKinds() {
      const rows = await tx.query<{ kind: string }>(selectBranchedKinds, [tx.orgId])
      return new Set(rows.map(({ kind }) => kind))
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
