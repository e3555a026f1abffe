import type { DayNumber, EntryId, ScreeningSheet } from '@sathi/domain'
import {
  countOf,
  isInPeriod,
  type PeriodDays,
  type Reading,
  type SubjectUnit,
  type Unit,
} from '../counting/index.ts'
import type { IdentificationFigure } from '../figures/index.ts'
import { poissonInterval } from '../statistics/index.ts'
import { wasTrainedBefore } from './officer-days.ts'

export const daysPerMonth = 30.4375

/**
 * The screenings by border guards in the period that found a presumed victim who was then referred, on that day or later
 * but not after the end of the period: those by officers trained before that day, or those by the others.
 */
export function identifiedUnits(reading: Reading, group: 'trained' | 'untrained'): SubjectUnit[] {
  const units: SubjectUnit[] = []
  for (const [subject, sheet] of reading.book.screenings) {
    const entries = identifications(sheet, reading.period)
      .filter(({ officer, day }) => wasTrainedBefore(reading, officer, day) === (group === 'trained'))
      .flatMap(({ screening, referral }) => [screening, referral])
    if (entries.length === 0) continue
    units.push({ part: 'counted', group, subject, entries: [...new Set(entries)] })
  }
  return units
}

type Identification = {
  readonly screening: EntryId
  readonly referral: EntryId
  readonly officer: string
  readonly day: DayNumber
}

function identifications({ done, referrals }: ScreeningSheet, period: PeriodDays): Identification[] {
  if (done === undefined || referrals === undefined) return []
  return done.flatMap(([screening, day, agency, result, officer]) => {
    if (agency !== 'bgb' || result !== 'presumed_victim' || !isInPeriod(day, period)) return []
    const referral = referrals.find(([, referred]) => referred >= day && referred <= period.to)
    return referral === undefined ? [] : [{ screening, referral: referral[0], officer, day }]
  })
}

/** How many were identified, with the exact Poisson 95 % interval, and the rate per officer-month of 30.4375 days. */
export function identificationFigure(units: readonly Unit[]): IdentificationFigure {
  const value = countOf(units)
  const { low, high } = poissonInterval(value)
  const officerMonths = officerDaysOf(units) / daysPerMonth
  const perMonth = (events: number) => (officerMonths === 0 ? null : events / officerMonths)
  return {
    shape: 'identification',
    value,
    low,
    high,
    officerMonths,
    rate: perMonth(value),
    rateLow: perMonth(low),
    rateHigh: perMonth(high),
  }
}

export function officerDaysOf(units: readonly Unit[]): number {
  let days = 0
  for (const { part, value } of units) if (part === 'denominator') days += value ?? 0
  return days
}
