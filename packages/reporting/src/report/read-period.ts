import {
  type OpenBook,
  type PeriodDays,
  periodDaysOf,
  type Reading,
  type SubjectUnit,
} from '../counting/index.ts'
import type { IndicatorId, Period } from '../figures/index.ts'
import { caseFilesOf, unitsOfCase } from './case-units.ts'
import { bookIndicators, caseIndicators } from './indicators.ts'

/** Reads a book for one period: the units of each indicator, each counted once and only when asked for. */
export function readPeriod(book: OpenBook, period: Period): Reading {
  const days = periodDaysOf(period)
  const known = new Map<IndicatorId, readonly SubjectUnit[]>()
  const reading: Reading = {
    book,
    period: days,
    unitsOf: (id) => {
      let units = known.get(id)
      if (units === undefined) {
        const across = bookIndicators.find((indicator) => indicator.id === id)
        units = across?.units(reading) ?? caseUnits(book, days, id)
        known.set(id, units)
      }
      return units
    },
  }
  return reading
}

function caseUnits(book: OpenBook, period: PeriodDays, id: IndicatorId): SubjectUnit[] {
  const index = caseIndicators.findIndex((indicator) => indicator.id === id)
  const units: SubjectUnit[] = []
  for (const file of caseFilesOf(book)) {
    for (const unit of unitsOfCase(file, period)[index] ?? []) units.push(unit)
  }
  return units
}
