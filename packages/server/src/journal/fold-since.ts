import { type Entry, findPartsOf } from '@sathi/domain'
import { inBackground, statement, type Transaction } from '../database/index.ts'
import { isEntry } from './entry-form.ts'
import { type FoldedSheet, foldSubject, storeSheets } from './fold-sheets.ts'

// Subjects one by one over the index, whatever the planner believes of a table's size; sorting may use the disk.
const readTouched = statement(
  'fold_since',
  `select t.kinds, j.journal
   from (
     select subject_id, array_agg(distinct kind) as kinds
     from app.entry where org_id = (select app.org_id()) and position > $1::bigint group by subject_id offset 0
   ) as t
   cross join lateral (
     select '[' || string_agg(body, ',') || ']' as journal
     from app.entry where org_id = (select app.org_id()) and subject_id = t.subject_id offset 0
   ) as j`,
)
type TouchedRow = { kinds: string[]; journal: string }

/** Folds every sheet part that the entries after `position` change, some hundred subjects at a time. */
export async function foldSince(tx: Transaction, position: number, end: number): Promise<void> {
  let writing: Promise<unknown> = Promise.resolve()
  for await (const rows of tx.pages<TouchedRow>(readTouched, [position], 200)) {
    const sheets = rows.flatMap(foldRow)
    await writing
    writing = inBackground(storeSheets(tx, sheets, end))
  }
  await writing
}

function foldRow({ kinds, journal }: TouchedRow): FoldedSheet[] {
  try {
    const entries: Entry[] = JSON.parse(journal)
    const subject = entries[0]?.subject
    return subject === undefined ? [] : foldSubject(subject, entries, new Set(kinds.flatMap(findPartsOf)))
  } catch (error) {
    // A hand that has made an entry unreadable must not keep anybody from opening the data folder: the check names it.
    if (isReadable(journal)) throw error
    return []
  }
}

function isReadable(journal: string): boolean {
  try {
    return (JSON.parse(journal) as unknown[]).every(isEntry)
  } catch {
    return false
  }
}
