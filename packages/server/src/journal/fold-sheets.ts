import {
  canonicalJson,
  type Entry,
  findPartsOf,
  foldPart,
  type SheetPart,
  type SubjectId,
  type SubjectRef,
} from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'
import { idList, lineList } from './sql-lists.ts'

// Lateral and `offset 0` keep the planner to one way, over the index, whatever it believes of a table's size.
const readFacts = statement(
  'read_facts',
  `select wanted.subject_id, j.journal
   from unnest($1::uuid[], string_to_array($2, E'\\n')) as wanted (subject_id, kinds)
   cross join lateral (
     select '[' || string_agg(body, ',') || ']' as journal from app.entry
     where org_id = (select app.org_id()) and subject_id = wanted.subject_id and kind = any(wanted.kinds::text[]) offset 0
   ) as j
   where j.journal is not null`,
)

const putSheets = statement(
  'put_sheets',
  `insert into app.sheet (org_id, part, subject_id, body, position)
   select (select app.org_id()), s.part, s.subject_id, s.body, $1
   from unnest($2::text[], $3::uuid[], string_to_array($4, E'\\n', '')) as s (part, subject_id, body)
   on conflict (org_id, part, subject_id) do update set body = excluded.body, position = excluded.position
   where sheet.body is distinct from excluded.body`,
)

/** Parts of subjects' sheets that have to be folded anew. */
export type TouchedParts = ReadonlyMap<SubjectId, ReadonlySet<SheetPart>>

/** The parts that these entries may change. */
export function touchedBy(submissions: readonly { readonly entry: Entry }[]): TouchedParts {
  const touched = new Map<SubjectId, Set<SheetPart>>()
  for (const { entry } of submissions) {
    const parts = touched.get(entry.subject.id)
    if (parts === undefined) touched.set(entry.subject.id, new Set(findPartsOf(entry.kind)))
    else for (const part of findPartsOf(entry.kind)) parts.add(part)
  }
  return touched
}

/** Entries by subject, of the kinds that the touched parts are folded from. */
export type Journals = Map<SubjectId, Entry[]>

/** Reads the stored entries that the touched parts are folded from. */
export async function readJournals(tx: Transaction, touched: TouchedParts): Promise<Journals> {
  const kinds = [...touched.values()].map((parts) => idList([...parts].flatMap((part) => part.kinds)))
  const rows = await tx.query<{ subject_id: SubjectId; journal: string }>(readFacts, [
    idList([...touched.keys()]),
    lineList(kinds),
  ])
  return new Map(rows.map((row) => [row.subject_id, JSON.parse(row.journal)]))
}

/** A part of a subject's sheet as it is stored; `body` is canonical JSON, or null when there is nothing to tell. */
export type FoldedSheet = { readonly part: string; readonly subject: SubjectId; readonly body: string | null }

/** Folds the parts that new entries change, from the stored entries of their subjects and the new ones. */
export function foldTouched(
  submissions: readonly { readonly entry: Entry }[],
  journals: Journals,
): FoldedSheet[] {
  const subjects = new Map<SubjectId, SubjectRef>()
  for (const { entry } of submissions) {
    const journal = journals.get(entry.subject.id)
    if (journal === undefined) journals.set(entry.subject.id, [entry])
    else journal.push(entry)
    subjects.set(entry.subject.id, entry.subject)
  }
  const touched = touchedBy(submissions)
  return [...subjects].flatMap(([id, subject]) =>
    foldSubject(subject, journals.get(id) ?? [], touched.get(id) ?? []),
  )
}

/** Folds parts of one subject's sheet from its journal. */
export function foldSubject(
  subject: SubjectRef,
  journal: readonly Entry[],
  parts: Iterable<SheetPart>,
): FoldedSheet[] {
  return Array.from(parts, (part) => {
    const body = foldPart(part, journal, subject)
    return { part: part.name, subject: subject.id, body: body === undefined ? null : canonicalJson(body) }
  })
}

/** Stores sheets. Those that say what is stored already keep their place in the feed. */
export async function storeSheets(
  tx: Transaction,
  sheets: readonly FoldedSheet[],
  position: number,
): Promise<void> {
  if (sheets.length === 0) return
  await tx.query(putSheets, [
    position,
    idList(sheets.map(({ part }) => part)),
    idList(sheets.map(({ subject }) => subject)),
    lineList(sheets.map(({ body }) => body)),
  ])
}
