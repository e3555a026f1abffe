import type { SheetBook } from '@sathi/domain'
import { countedByPart, openBook, periodDaysOf, quartersOf, type SubjectUnit } from '../counting/index.ts'
import type { CountedByPart, Dimension, Figure, IndicatorId, Period } from '../figures/index.ts'
import { breakDown, dimensionsOf } from './break-down.ts'
import { getIndicator } from './indicators.ts'
import { readPeriod } from './read-period.ts'

/** Which figure of a report is meant. */
export type FigureAsked = {
  readonly indicator: IndicatorId
  readonly period: Period
  /** A cell of a breakdown: its dimension and the value of it. */
  readonly dimension?: Dimension | undefined
  readonly value?: string | undefined
  /** A group that the indicator itself makes: audience, rater, interviewee. */
  readonly group?: string | undefined
  /** A quarter of the period, such as `2020Q3`. */
  readonly quarter?: string | undefined
}

/**
 * One figure of a report, and what it counted: for each part the subjects and entries.
 * Throws a RangeError when the period has no such quarter, or the indicator no such group or dimension.
 */
export function countFigure(book: SheetBook, asked: FigureAsked): { figure: Figure; counted: CountedByPart } {
  const opened = openBook(book)
  const indicator = getIndicator(asked.indicator)
  let units: readonly SubjectUnit[] = readPeriod(opened, periodDaysOf(periodAsked(asked))).unitsOf(
    asked.indicator,
  )
  if (asked.dimension !== undefined && !dimensionsOf(indicator.breakdown).includes(asked.dimension)) {
    throw new RangeError(`the indicator has no dimension ${asked.dimension}`)
  }
  if (asked.dimension !== undefined && asked.value !== undefined) {
    units = breakDown(opened, units, asked.dimension).get(asked.value) ?? []
  }
  if (asked.group !== undefined) {
    const figure = groupOf(indicator.figure(units), asked.group)
    return { figure, counted: countedByPart(units.filter(({ group }) => group === asked.group)) }
  }
  const figure = asked.dimension === undefined ? indicator.figure(units) : indicator.cellFigure(units)
  return { figure, counted: countedByPart(units) }
}

function periodAsked({ period, quarter }: FigureAsked): Period {
  if (quarter === undefined) return period
  const found = quartersOf(period).get(quarter)
  if (found === undefined) throw new RangeError(`the period has no quarter ${quarter}`)
  return found
}

function groupOf(figure: Figure, group: string): Figure {
  const found =
    figure.shape === 'grouped' && Object.hasOwn(figure.groups, group) ? figure.groups[group] : undefined
  if (found === undefined) throw new RangeError(`the indicator has no group ${group}`)
  return found
}
