import { type Entry, findPartsOf } from '@sathi/domain'
import { inBackground, statement, type Transaction } from '../database/index.ts'
import { type FoldedSheet, foldSubject, storeSheets } from './fold-sheets.ts'

// Subjects one by one over the index, whatever the planner believes of a table's size; sorting may use the disk.
const openTouched = statement(
  'open_touched',
  `declare touched no scroll cursor for
   select t.kinds, j.journal
   from (
     select subject_id, array_agg(distinct kind) as kinds
     from app.entry where org_id = (select app.org_id()) and position > $1::bigint group by subject_id offset 0
   ) as t
   cross join lateral (
     select '[' || string_agg(body, ',') || ']' as journal
     from app.entry where org_id = (select app.org_id()) and subject_id = t.subject_id offset 0
   ) as j`,
)
const nextTouched = statement('next_touched', 'fetch 200 from touched')
const closeTouched = statement('close_touched', 'close touched')

type TouchedRow = { kinds: string[]; journal: string }

/** Folds every sheet part that the entries after `position` change, some hundred subjects at a time. */
export async function foldSince(tx: Transaction, position: number, end: number): Promise<void> {
  await tx.query(openTouched, [position])
  let reading = tx.query<TouchedRow>(nextTouched, [])
  let writing: Promise<unknown> = Promise.resolve()
  for (let rows = await reading; rows.length > 0; rows = await reading) {
    // PostgreSQL reads the next journals while these are folded.
    reading = tx.query<TouchedRow>(nextTouched, [])
    const sheets = rows.flatMap(foldRow)
    await writing
    writing = inBackground(storeSheets(tx, sheets, end))
  }
  await Promise.all([writing, tx.query(closeTouched, [])])
}

function foldRow({ kinds, journal }: TouchedRow): FoldedSheet[] {
  const entries: Entry[] = JSON.parse(journal)
  const subject = entries[0]?.subject
  return subject === undefined ? [] : foldSubject(subject, entries, new Set(kinds.flatMap(findPartsOf)))
}
