import type { Entry, EntryId, SubjectId, SubjectType } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'
import { openBulkAppend, type Submission } from '../journal/index.ts'
import type { ExportStore } from './export-store.ts'
import { LineListChanged } from './line-list-changed.ts'
import type { StoredList, StoredSubject } from './stored-list.ts'

/** What an import reads and writes, all in one transaction. */
export type LineListStore = StoredList & {
  beginAppend(): Promise<{ add(rows: readonly Submission[]): Promise<void>; finish(): Promise<void> }>
}

/** An empty store, to check a list against before there is an organisation. It takes nothing in. */
export const emptyLineListStore: LineListStore = {
  subjects: [],
  hasEntries: false,
  findEntries: async () => new Map(),
  findAmendersOf: async () => [],
  findOpenings: async () => [],
  beginAppend: () => Promise.reject(new Error('an empty store takes nothing in')),
}

type BodyRow = { readonly id: string; readonly body: string }

const selectSubjects = statement(
  'line-list-subjects',
  'select id, type, code from app.subject where org_id = $1',
)

const selectAnyEntry = statement(
  'line-list-any-entry',
  'select 1 as found from app.entry where org_id = $1 limit 1',
)

const selectEntries = statement(
  'line-list-entries',
  'select id, body from app.entry where org_id = $1 and id = any($2::uuid[])',
)

const selectAmenders = statement(
  'line-list-amenders',
  `select amender.id, amender.body
     from app.entry target
     join app.entry amender on amender.org_id = target.org_id and amender.subject_id = target.subject_id
      and amender.kind = target.kind and amender.amends = target.id
    where target.org_id = $1 and target.id = any($2::uuid[]) and target.kind = $3`,
)

const selectOpenings = statement(
  'line-list-openings',
  'select id, body from app.entry where org_id = $1 and subject_id = any($2::uuid[]) and kind = $3',
)

/** The line list's view of the journals, within one transaction. */
export async function openLineListStore(tx: Transaction): Promise<LineListStore> {
  const subjects = await tx.query<{ id: string; type: string; code: string }>(selectSubjects, [tx.orgId])
  const hasEntries = (await tx.query<{ found: number }>(selectAnyEntry, [tx.orgId])).length > 0
  return {
    subjects: subjects.map(
      ({ id, type, code }): StoredSubject => ({ id: id as SubjectId, type: type as SubjectType, code }),
    ),
    hasEntries,
    async findEntries(ids) {
      const rows = ids.length === 0 ? [] : await tx.query<BodyRow>(selectEntries, [tx.orgId, ids])
      return new Map(rows.map(({ id, body }) => [id as EntryId, entryFrom(body)]))
    },
    async findAmendersOf(kindName, ids) {
      const rows = ids.length === 0 ? [] : await tx.query<BodyRow>(selectAmenders, [tx.orgId, ids, kindName])
      return rows.map(({ body }) => entryFrom(body))
    },
    async findOpenings(kindName, subjectIds) {
      if (subjectIds.length === 0) return []
      const rows = await tx.query<BodyRow>(selectOpenings, [tx.orgId, subjectIds, kindName])
      return rows.map(({ body }) => entryFrom(body))
    },
    beginAppend: () => beginAppend(tx),
  }
}

/** Checked rows are only refused when somebody else stored something in between; then nothing is kept. */
async function beginAppend(tx: Transaction): ReturnType<LineListStore['beginAppend']> {
  const append = await openBulkAppend(tx)
  return {
    async add(rows) {
      await append.add(rows)
    },
    async finish() {
      if ((await append.finish()).state === 'refused') throw new LineListChanged()
    },
  }
}

function entryFrom(body: string): Entry {
  return JSON.parse(body) as Entry
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
          yield rows.map(({ body, code }) => ({ entry: entryFrom(body), subjectCode: code }))
        const last = rows.at(-1)
        if (last === undefined || rows.length < rowsPerPage) return
        after = last.position
      }
    },
    async readBranchedJournals(kindName) {
      const rows = await tx.query<{ body: string }>(selectBranched, [tx.orgId, kindName])
      return rows.map(({ body }) => entryFrom(body))
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
