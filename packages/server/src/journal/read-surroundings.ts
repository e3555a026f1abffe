import type { EntryId, SubjectId } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'
import type { FormedSubmission } from './judge-submission.ts'
import { idList, lineList } from './sql-lists.ts'
import type { StoredLink, SubjectCard, Surroundings } from './surroundings.ts'

// A lateral sub-query with a limit is looked up in the index row by row, whatever the planner believes of a table's size.
const findEntries = statement(
  'find_entries',
  `select e.id, e.position, e.subject_id, e.kind, e.body
   from unnest($1::uuid[]) as wanted (id)
   cross join lateral (
     select id, position, subject_id, kind, body from app.entry where org_id = (select app.org_id()) and id = wanted.id limit 1) as e`,
)

const findRows = statement(
  'find_rows',
  `select wanted.kind, wanted.row_id, e.id
   from unnest($1::text[], string_to_array($2, E'\\n')) as wanted (kind, row_id)
   cross join lateral (
     select id from app.entry where org_id = (select app.org_id()) and kind = wanted.kind and row_id = wanted.row_id limit 1) as e`,
)

const findSubjects = statement(
  'find_subjects',
  `select s.id, s.type, s.code
   from unnest($1::uuid[]) as wanted (id)
   cross join lateral (select id, type, code from app.subject where org_id = (select app.org_id()) and id = wanted.id limit 1) as s`,
)

const findCodes = statement(
  'find_codes',
  `select s.id, s.type, s.code
   from unnest($1::text[], string_to_array($2, E'\\n')) as wanted (type, code)
   cross join lateral (
     select id, type, code from app.subject where org_id = (select app.org_id()) and type = wanted.type and code = wanted.code limit 1) as s`,
)

/** What a submission names. */
type Named = Pick<FormedSubmission, 'entry' | 'subjectCode' | 'targets'>

type EntryRow = { id: EntryId; position: number; subject_id: SubjectId; kind: string; body: string }
type SubjectRow = { id: SubjectId; type: string; code: string }

/** Reads what is stored of the entries, rows, subjects and codes that a batch names. The queries go out together. */
export async function readSurroundings(
  tx: Transaction,
  submissions: readonly Named[],
): Promise<Surroundings> {
  const ids = new Set<EntryId>()
  const subjectIds = new Set<SubjectId>()
  for (const { entry, targets } of submissions) {
    ids.add(entry.id)
    subjectIds.add(entry.subject.id)
    for (const target of targets) ids.add(target)
  }
  const withRow = submissions.filter(({ entry }) => entry.rowId !== undefined)
  const [entries, rows, subjects, codes] = await Promise.all([
    findLinks(tx, [...ids]),
    withRow.length === 0
      ? []
      : tx.query<{ kind: string; row_id: string; id: EntryId }>(findRows, [
          idList(withRow.map(({ entry }) => entry.kind)),
          lineList(withRow.map(({ entry }) => entry.rowId)),
        ]),
    findCards(tx, [...subjectIds]),
    findByCodes(tx, submissions),
  ])
  const byRow = new Map(rows.map((row) => [`${row.kind}\n${row.row_id}`, row.id]))
  const byCode = new Map(codes.map((row) => [`${row.type}\n${row.code}`, row.id]))
  return {
    entries,
    subjects,
    findByCode: (type, code) => byCode.get(`${type}\n${code}`),
    findByRow: (kind, rowId) => byRow.get(`${kind}\n${rowId}`),
  }
}

/** What is stored of these entries, by id. */
export async function findLinks(
  tx: Transaction,
  ids: readonly EntryId[],
): Promise<ReadonlyMap<EntryId, StoredLink>> {
  const rows = ids.length === 0 ? [] : await tx.query<EntryRow>(findEntries, [idList(ids)])
  return new Map(rows.map((row) => [row.id, linkOf(row)]))
}

/** The subjects that have the codes which come with these submissions. */
async function findByCodes(tx: Transaction, submissions: readonly Named[]): Promise<SubjectRow[]> {
  const types: string[] = []
  const codes: string[] = []
  const asked = new Set<string>()
  for (const { entry, subjectCode } of submissions) {
    if (subjectCode === undefined) continue
    const { type } = entry.subject
    const key = `${type}\n${subjectCode}`
    if (asked.has(key)) continue
    asked.add(key)
    types.push(type)
    codes.push(subjectCode)
  }
  return codes.length === 0 ? [] : tx.query<SubjectRow>(findCodes, [idList(types), lineList(codes)])
}

/** The type and code of these subjects, by id. */
export async function findCards(
  tx: Transaction,
  ids: readonly SubjectId[],
): Promise<ReadonlyMap<SubjectId, SubjectCard>> {
  const rows = await tx.query<SubjectRow>(findSubjects, [idList(ids)])
  return new Map(rows.map((row) => [row.id, row]))
}

function linkOf({ position, subject_id, kind, body }: EntryRow): StoredLink {
  return { position, subjectId: subject_id, kind, body }
}
