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

const selectKinds = statement(
  'line-list-kinds',
  'select distinct kind from app.entry where org_id = (select app.org_id())',
)

// One walk through a kind, begun once: a query for each page could sort all of it each time where the planner knows
// nothing of the table yet, as after a large import. An entry whose subject is gone is still written, without a code.
const selectKind = statement(
  'line-list-kind',
  `select entry.body, subject.code
     from app.entry
     left join lateral (
       select code from app.subject where org_id = (select app.org_id()) and id = entry.subject_id limit 1) as subject on true
    where entry.org_id = (select app.org_id()) and entry.kind = $1::text
    order by entry.position`,
)

const selectBranchedKinds = statement(
  'line-list-branched-kinds',
  `select distinct kind from (
     select kind from app.entry where org_id = (select app.org_id()) and amends is not null
      group by kind, subject_id, amends having count(*) > 1) as branched`,
)

const selectBranched = statement(
  'line-list-branched',
  `select body from app.entry where org_id = (select app.org_id()) and kind = $1 and subject_id in (
     select subject_id from app.entry where org_id = (select app.org_id()) and kind = $1 and amends is not null
      group by subject_id, amends having count(*) > 1)`,
)

const selectRowIds = statement(
  'line-list-row-ids',
  `select e.id, e.row_id from unnest($1::uuid[]) as wanted (id)
    cross join lateral (
      select id, row_id from app.entry where org_id = (select app.org_id()) and id = wanted.id limit 1) as e
    where e.row_id is not null`,
)

const selectCodes = statement(
  'line-list-codes',
  `select s.id, s.code from unnest($1::uuid[]) as wanted (id)
    cross join lateral (
      select id, code from app.subject where org_id = (select app.org_id()) and id = wanted.id limit 1) as s`,
)

const rowsPerPage = 2_000

/** The export's view of the journals, within one snapshot. */
export function openExportStore(tx: Transaction): ExportStore {
  return {
    async kindsPresent() {
      return (await tx.query<{ kind: string }>(selectKinds, [])).map(({ kind }) => kind)
    },
    async *readKind(kindName) {
      const pages = tx.pages<{ body: string; code: string | null }>(selectKind, [kindName], rowsPerPage)
      for await (const rows of pages) {
        yield rows.map(({ body, code }) => ({ entry: JSON.parse(body), subjectCode: code ?? '' }))
      }
    },
    async branchedKinds() {
      const rows = await tx.query<{ kind: string }>(selectBranchedKinds, [])
      return new Set(rows.map(({ kind }) => kind))
    },
    async readBranchedJournals(kindName) {
      const rows = await tx.query<{ body: string }>(selectBranched, [kindName])
      return rows.map(({ body }) => JSON.parse(body))
    },
    async findRowIds(ids) {
      if (ids.length === 0) return new Map()
      const rows = await tx.query<{ id: string; row_id: string }>(selectRowIds, [ids])
      return new Map(rows.map((row) => [row.id as EntryId, row.row_id]))
    },
    async findCodes(subjectIds) {
      if (subjectIds.length === 0) return new Map()
      const rows = await tx.query<{ id: string; code: string }>(selectCodes, [subjectIds])
      return new Map(rows.map(({ id, code }) => [id, code]))
    },
  }
}
