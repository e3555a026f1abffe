import type { SheetBook } from '@sathi/domain'
import { openBook, periodDaysOf, quartersOf, type Reading } from '../counting/index.ts'
import {
  type Breakdown,
  type Dimension,
  type Figure,
  type IndicatorId,
  indicatorIds,
  type Period,
  type Report,
} from '../figures/index.ts'
import { bookBreakdowns, bookFigure } from './book-figures.ts'
import { caseBreakdowns, caseFigures } from './case-figures.ts'
import { foundIn } from './found-in.ts'
import { bookIndicators } from './indicators.ts'
import { readPeriod } from './read-period.ts'

type Breakdowns = Partial<Record<Dimension, Breakdown>>

/**
 * Every indicator for a period, each of its quarters, and every breakdown. What has not changed since an earlier
 * computation is not looked at again, as long as the bodies are the same objects.
 */
export function computeReport(book: SheetBook, period: Period): Report {
  const opened = openBook(book)
  const whole = readPeriod(opened, periodDaysOf(period))
  const quarters = [...quartersOf(period)].map(([name, quarter]) => {
    return [name, figuresOf(readPeriod(opened, periodDaysOf(quarter)))] as const
  })
  return {
    period,
    figures: figuresOf(whole),
    breakdowns: breakdownsOf(whole),
    series: forEachIndicator((id) => {
      return Object.fromEntries(quarters.map(([name, figures]) => [name, figures[id]]))
    }),
  }
}

function figuresOf(reading: Reading): Readonly<Record<IndicatorId, Figure>> {
  const figures = new Map<IndicatorId, Figure>(caseFigures(foundIn(reading)))
  for (const indicator of bookIndicators) figures.set(indicator.id, bookFigure(reading, indicator))
  return forEachIndicator((id) => getValue(figures, id))
}

function breakdownsOf(reading: Reading): Readonly<Record<IndicatorId, Breakdowns>> {
  const breakdowns = new Map<IndicatorId, Breakdowns>(caseBreakdowns(foundIn(reading)))
  for (const indicator of bookIndicators) breakdowns.set(indicator.id, bookBreakdowns(reading, indicator))
  return forEachIndicator((id) => getValue(breakdowns, id))
}

function forEachIndicator<Value>(value: (id: IndicatorId) => Value): Readonly<Record<IndicatorId, Value>> {
  return Object.fromEntries(indicatorIds.map((id) => [id, value(id)])) as Record<IndicatorId, Value>
}

function getValue<Value>(values: ReadonlyMap<IndicatorId, Value>, id: IndicatorId): Value {
  const found = values.get(id)
  if (found === undefined) throw new Error(`no room declares the indicator ${id}`)
  return found
}
