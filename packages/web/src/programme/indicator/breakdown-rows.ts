import type { Breakdown, Dimension, GroupedFigure, PlainFigure } from '@sathi/reporting/figures'
import { plainFigures, readFigure } from '../figure/read-figure.ts'
import type { Estimate } from '../figure/reading.ts'

/** One bar of a breakdown: a group, and within it one of the figure's own groups where it has any. */
export type BreakdownRow = {
  readonly value: string
  readonly group: string | undefined
  readonly ownBy: GroupedFigure['by'] | undefined
  readonly figure: PlainFigure
  readonly main: Estimate
}

/** Groups with a natural order keep it; the others stand from many to few. Not recorded always comes last. */
const ordered: readonly Dimension[] = ['age_band', 'is_child']

export function breakdownRows(by: Dimension, breakdown: Breakdown): BreakdownRow[] {
  const rows = Object.entries(breakdown).flatMap(([value, figure]) =>
    plainFigures(figure).map(({ group, figure: plain }) => ({
      value,
      group,
      ownBy: figure.shape === 'grouped' ? figure.by : undefined,
      figure: plain,
      main: readFigure(plain).main,
    })),
  )
  return rows.toSorted((one, other) => {
    const last = Number(one.value === 'not_recorded') - Number(other.value === 'not_recorded')
    if (last !== 0) return last
    if (ordered.includes(by)) return one.value < other.value ? -1 : one.value > other.value ? 1 : 0
    return sizeOf(other) - sizeOf(one)
  })
}

/** The end of the scale that all bars share. */
export function scaleEnd(rows: readonly BreakdownRow[]): number {
  if (rows[0]?.main.unit === 'share') return 1
  return Math.max(0, ...rows.flatMap(({ main: { value, high } }) => [value ?? 0, high ?? 0]))
}

/** How many people stand behind a row. */
function sizeOf({ figure }: BreakdownRow): number {
  const { counted, outOf } = readFigure(figure)
  return outOf?.count ?? counted?.count ?? 0
}
