import { openBook, quartersOf, type Reading, type SheetBook } from '../counting/index.ts'
import {
  type Breakdown,
  type Dimension,
  type Figure,
  type IndicatorId,
  indicatorIds,
  type Period,
  type Report,
} from '../figures/index.ts'
import { breakDown, dimensionsOf } from './break-down.ts'
import { getIndicator } from './indicators.ts'
import { readPeriod } from './read-period.ts'

/**
 * Every indicator for a period, each of its quarters, and every breakdown. Cases that have not changed since an earlier
 * computation are not looked at again, as long as their bodies are the same objects.
 */
export function computeReport(book: SheetBook, period: Period): Report {
  const opened = openBook(book)
  const whole = readPeriod(opened, period)
  const quarters = [...quartersOf(period)].map(
    ([name, quarter]) => [name, readPeriod(opened, quarter)] as const,
  )
  return {
    period,
    figures: forEachIndicator((id) => figureOf(whole, id)),
    breakdowns: forEachIndicator((id) => breakdownsOf(whole, id)),
    series: forEachIndicator((id) =>
      Object.fromEntries(quarters.map(([name, quarter]) => [name, figureOf(quarter, id)])),
    ),
  }
}

function forEachIndicator<Value>(value: (id: IndicatorId) => Value): Readonly<Record<IndicatorId, Value>> {
  return Object.fromEntries(indicatorIds.map((id) => [id, value(id)])) as Record<IndicatorId, Value>
}

function figureOf(reading: Reading, id: IndicatorId): Figure {
  return getIndicator(id).figure(reading.unitsOf(id))
}

function breakdownsOf(reading: Reading, id: IndicatorId): Partial<Record<Dimension, Breakdown>> {
  const { breakdown, cellFigure } = getIndicator(id)
  const units = reading.unitsOf(id)
  return Object.fromEntries(
    dimensionsOf(breakdown).map((dimension) => {
      const cells = [...breakDown(reading.book, units, dimension)]
      return [dimension, Object.fromEntries(cells.map(([group, members]) => [group, cellFigure(members)]))]
    }),
  )
}
