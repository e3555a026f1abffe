import type { OpenBook, PeriodDays, Reading, SubjectUnit } from '../counting/index.ts'
import type { IndicatorId } from '../figures/index.ts'
import { bookUnitsOf } from './book-units.ts'
import { foundIn } from './found-in.ts'
import { bookIndicators, caseIndicators } from './indicators.ts'

/** Reads a book for one period: the units of each indicator, each counted once and only when asked for. */
export function readPeriod(book: OpenBook, period: PeriodDays): Reading {
  const known = new Map<IndicatorId, readonly SubjectUnit[]>()
  const reading: Reading = {
    book,
    period,
    unitsOf: (id) => {
      let units = known.get(id)
      if (units === undefined) {
        const indicator = bookIndicators.find((one) => one.id === id)
        units = indicator === undefined ? caseUnitsOf(reading, id) : bookUnitsOf(reading, indicator)
        known.set(id, units)
      }
      return units
    },
  }
  return reading
}

function caseUnitsOf(reading: Reading, id: IndicatorId): SubjectUnit[] {
  const index = caseIndicators.findIndex((indicator) => indicator.id === id)
  const units: SubjectUnit[] = []
  for (const found of foundIn(reading)) {
    const first = found.indicators.indexOf(index)
    if (first === -1) continue
    const last = found.indicators.lastIndexOf(index)
    for (const unit of found.units.slice(first, last + 1)) units.push({ ...unit, subject: found.subject })
  }
  return units
}
