import type { Figure, PlainFigure } from '@sathi/reporting/figures'
import type { Speech } from '../../language/index.ts'
import type { SeriesForm, SeriesPoint } from '../../ui/index.ts'
import { numberWords } from '../figure/figure-words.ts'
import { plainFigures, readFigure } from '../figure/read-figure.ts'
import type { Unit } from '../figure/reading.ts'

/** One line in time: the whole figure, or one of its own groups. */
export type GroupSeries = {
  readonly group: string | undefined
  readonly quarters: readonly { readonly quarter: string; readonly figure: PlainFigure }[]
}

/** Parts a series of figures into one series per group, in the order in which groups first appear. */
export function seriesByGroup(series: Readonly<Record<string, Figure>>): GroupSeries[] {
  const groups = new Map<string | undefined, { quarter: string; figure: PlainFigure }[]>()
  for (const [quarter, figure] of Object.entries(series))
    for (const { group, figure: plain } of plainFigures(figure)) {
      const quarters = groups.get(group) ?? []
      quarters.push({ quarter, figure: plain })
      groups.set(group, quarters)
    }
  return [...groups].map(([group, quarters]) => ({ group, quarters }))
}

/** How a series is drawn: counts as bars, estimates as points with whiskers; shares on the whole scale. */
export function chartOf(
  { formats }: Pick<Speech, 'formats'>,
  { quarters }: GroupSeries,
): { points: SeriesPoint[]; form: SeriesForm; top: number | undefined; format: (value: number) => string } {
  const readings = quarters.map(({ quarter, figure }) => ({ quarter, main: readFigure(figure).main }))
  const unit: Unit = readings[0]?.main.unit ?? 'count'
  const format = (value: number) => numberWords(formats, unit, value)
  const points = readings.map(({ quarter, main: { value, low, high } }) => ({
    key: quarter,
    label: formats.quarterLines(quarter),
    value,
    low,
    high,
    text: value === null ? '' : format(value),
  }))
  const form = unit === 'count' || unit === 'personYears' ? 'bars' : 'points'
  return { points, form, top: unit === 'share' ? 1 : undefined, format }
}
