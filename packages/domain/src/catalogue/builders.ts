import { anEntryId } from '../journal/builders.ts'
import {
  type DayNumber,
  dayNumberOf,
  type Entry,
  foldPart,
  type Instant,
  type PartialDate,
  type SheetPart,
  type SubjectId,
  type SubjectRef,
} from '../journal/index.ts'
import { getKind, type KindName } from './catalogue.ts'

/** A row of an invented journal: kind, date, open fields, and whatever else the test is about. */
export type InventedRow = readonly [
  kind: KindName,
  occurredOn: string,
  open?: Readonly<Record<string, unknown>>,
  about?: Partial<Entry>,
]

/** The entries of an invented subject; the id and row id of each follow from its place, beginning with 1. */
export function inventedEntries(rows: readonly InventedRow[], subjectNumber = 1): Entry[] {
  return rows.map(([kind, occurredOn, open = {}, about = {}], index) => ({
    id: anEntryId(index + 1),
    subject: inventedSubject(kind, subjectNumber),
    kind,
    version: getKind(kind).version,
    occurredOn: occurredOn as PartialDate,
    recordedAt: '2022-01-01T00:00:00.000Z' as Instant,
    author: 'cw-01',
    device: null,
    rowId: `R-${index + 1}`,
    open,
    ...about,
  }))
}

export function inventedSubject(kind: KindName, number: number): SubjectRef {
  const id = `00000000-0000-7000-9000-${String(number).padStart(12, '0')}` as SubjectId
  return { type: getKind(kind).subject, id }
}

/** The sheet part of an invented journal. */
export function sheetOf<Body>(part: SheetPart<Body>, rows: readonly InventedRow[]): Body | undefined {
  const entries = inventedEntries(rows)
  const [first] = rows
  return first && foldPart(part, entries, inventedSubject(first[0], 1))
}

/** The number of a day that is known to be written rightly. */
export function aDay(text: string): DayNumber {
  return dayNumberOf(text as PartialDate)
}
