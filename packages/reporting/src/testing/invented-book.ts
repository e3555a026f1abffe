import { type EntryId, getDay, type KindName, type SheetBook } from '@sathi/domain'
import type { Figure, IndicatorId, Period } from '../figures/index.ts'
import { countFigure, type FigureAsked } from '../report/index.ts'
import { bookOf } from './book-of.ts'
import { entriesOf, entryIdFor } from './entries-of.ts'
import type { Row } from './read-line-list.ts'

/** Rows of an invented line list by kind. A row without a row id gets one from its place: 01, 02 … */
export type InventedLines = Partial<Readonly<Record<KindName, readonly Row[]>>>

/** The sheets of an invented line list. */
export function inventedBook(lines: InventedLines): SheetBook {
  const tables = Object.entries(lines).map(([kind, rows = []]) => {
    return [kind, rows.map((row, index) => ({ row_id: rowIdAt(index), ...row }))] as const
  })
  return bookOf(entriesOf(new Map(tables)))
}

/** The id of the entry that a row of an invented line list becomes; places begin with 1. */
export function entryAt(kind: KindName, place: number): EntryId {
  return entryIdFor(kind, rowIdAt(place - 1))
}

function rowIdAt(index: number): string {
  return String(index + 1).padStart(2, '0')
}

export function aPeriod(from: string, to: string): Period {
  return { from: getDay(from), to: getDay(to) }
}

/** The second half of 2020, in which the invented stories of the tests happen unless they say otherwise. */
export const halfYear = aPeriod('2020-07-01', '2020-12-31')

/** One figure of an invented line list, over the half year unless asked otherwise. */
export function figureOf(
  indicator: IndicatorId,
  lines: InventedLines,
  asked: Partial<FigureAsked> = {},
): Figure {
  return countFigure(inventedBook(lines), { indicator, period: halfYear, ...asked }).figure
}
