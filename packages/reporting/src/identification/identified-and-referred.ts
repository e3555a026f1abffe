import type { DayNumber, EntryId, ScreeningSheet, SubjectId } from '@sathi/domain'
import {
  countOf,
  isInPeriod,
  oncePerBook,
  type Reading,
  type SubjectUnit,
  type Unit,
} from '../counting/index.ts'
import type { IdentificationFigure } from '../figures/index.ts'
import { poissonInterval } from '../statistics/index.ts'
import { wasTrainedBefore } from './officer-days.ts'

export const daysPerMonth = 30.4375

/** The parts from which identification is counted. */
export const identificationParts = ['screenings', 'posts', 'training'] as const

type Screened = {
  readonly subject: SubjectId
  readonly screening: EntryId
  readonly officer: string
  readonly day: DayNumber
  readonly referrals: NonNullable<ScreeningSheet['referrals']>
}

/** The screenings by border guards that found a presumed victim and have any referral. */
const presumedVictims = oncePerBook((book): readonly Screened[] => {
  const found: Screened[] = []
  for (const [subject, { done, referrals }] of book.screenings) {
    if (done === undefined || referrals === undefined) continue
    for (const [screening, day, agency, result, officer] of done) {
      if (agency !== 'bgb' || result !== 'presumed_victim') continue
      found.push({ subject, screening, officer, day, referrals })
    }
  }
  return found
})

/**
 * The screenings by border guards in the period that found a presumed victim who was then referred, on that day or later
 * but not after the end of the period: those by officers trained before that day, or those by the others.
 */
export function identifiedUnits(reading: Reading, group: 'trained' | 'untrained'): SubjectUnit[] {
  const { book, period } = reading
  const units: SubjectUnit[] = []
  for (const { subject, screening, officer, day, referrals } of presumedVictims(book)) {
    if (!isInPeriod(day, period)) continue
    if (wasTrainedBefore(reading, officer, day) !== (group === 'trained')) continue
    const referral = referrals.find(([, referred]) => referred >= day && referred <= period.to)
    if (referral === undefined) continue
    units.push({ part: 'counted', group, subject, code: subject, entries: [screening, referral[0]] })
  }
  return units
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
