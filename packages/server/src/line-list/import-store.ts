import type { Entry, EntryId, SubjectId, SubjectType } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'
import { openBulkAppend, type Submission } from '../journal/index.ts'
import { openExportStore } from './export-store.ts'
import { LineListChanged } from './line-list-changed.ts'
import { emptyStoredList, type StoredList, type StoredPlace, type StoredSubject } from './stored-list.ts'
import { straightenChains } from './straighten-chains.ts'

/** What an import reads and writes, all in one transaction. */
export type LineListStore = StoredList & { beginAppend(): Promise<ListAppend> }

export type ListAppend = {
  /** Stores rows that were checked before. */
  add(rows: readonly Submission[]): Promise<void>
  /** Throws when somebody else stored something in between that does not go with the rows; then nothing is kept. */
  finish(): Promise<void>
}

/** An empty store, to check a list against before there is an organisation. It takes nothing in. */
export const emptyLineListStore: LineListStore = {
  ...emptyStoredList,
  beginAppend: () => Promise.reject(new Error('an empty store takes nothing in')),
}

type BodyRow = { readonly id: EntryId; readonly body: string }

const selectSubjects = statement(
  'line-list-subjects',
  'select id, type, code from app.subject where org_id = (select app.org_id())',
)

const selectAnyEntry = statement(
  'line-list-any-entry',
  'select 1 as found from app.entry where org_id = (select app.org_id()) limit 1',
)

// Lateral with a limit keeps the planner to the index, row by row, whatever it believes of a table's size.
const lookUp = (columns: string): string =>
  `select e.* from unnest($1::uuid[]) as wanted (id)
    cross join lateral (
      select ${columns} from app.entry where org_id = (select app.org_id()) and id = wanted.id limit 1) as e`

const selectEntries = statement('line-list-entries', lookUp('id, body'))
const selectIds = statement('line-list-ids', lookUp('id'))
const selectPlaces = statement('line-list-places', lookUp('id, kind, subject_id'))

const selectAmended = statement(
  'line-list-amended',
  `select distinct amender.amends as id
     from app.entry target
     join app.entry amender on amender.org_id = target.org_id and amender.subject_id = target.subject_id
      and amender.kind = target.kind and amender.amends = target.id
    where target.org_id = (select app.org_id()) and target.id = any($1::uuid[]) and target.kind = $2`,
)

const selectOpenings = statement(
  'line-list-openings',
  `select id, body from app.entry
    where org_id = (select app.org_id()) and subject_id = any($1::uuid[]) and kind = $2`,
)

/** The line list's view of the journals, within one transaction. */
export async function openLineListStore(tx: Transaction): Promise<LineListStore> {
  const subjects = await tx.query<{ id: SubjectId; type: SubjectType; code: string }>(selectSubjects, [])
  const hasEntries = (await tx.query<{ found: number }>(selectAnyEntry, [])).length > 0
  return {
    subjects: subjects satisfies StoredSubject[],
    hasEntries,
    async findEntries(ids) {
      const rows = ids.length === 0 ? [] : await tx.query<BodyRow>(selectEntries, [ids])
      return new Map(rows.map(({ id, body }) => [id, entryFrom(body)]))
    },
    async findIds(ids) {
      const rows = ids.length === 0 ? [] : await tx.query<{ id: EntryId }>(selectIds, [ids])
      return new Set(rows.map(({ id }) => id))
    },
    async findPlaces(ids) {
      if (ids.length === 0) return new Map()
      const rows = await tx.query<{ id: EntryId; kind: string; subject_id: SubjectId }>(selectPlaces, [ids])
      return new Map(
        rows.map((row): [EntryId, StoredPlace] => [row.id, { kind: row.kind, subject: row.subject_id }]),
      )
    },
    async findAmended(kindName, ids) {
      if (ids.length === 0) return new Set()
      const rows = await tx.query<{ id: EntryId }>(selectAmended, [ids, kindName])
      return new Set(rows.map(({ id }) => id))
    },
    async findOpenings(kindName, subjectIds) {
      if (subjectIds.length === 0) return []
      const rows = await tx.query<BodyRow>(selectOpenings, [subjectIds, kindName])
      return rows.map(({ body }) => entryFrom(body))
    },
    findStraightened: async (kindName) =>
      straightenChains(await openExportStore(tx).readBranchedJournals(kindName)),
    beginAppend: () => beginAppend(tx),
  }
}

/** Checked rows are only refused when somebody else stored something in between. */
async function beginAppend(tx: Transaction): Promise<ListAppend> {
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
