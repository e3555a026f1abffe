import type { DayNumber, EntryId } from '@sathi/domain'
import { type CaseIndicator, measuredValues, noUnits, type Unit } from '../counting/index.ts'
import type { PersonYearsFigure } from '../figures/index.ts'
import { intensiveEnrolmentsIn } from './intensively-supported.ts'
import { contactHoldsForDays, type VerifiedContact, verifiedContactsOf } from './verified-contacts.ts'

const daysPerYear = 365.25

/**
 * T0 Person-years of verified follow-up: for every survivor of A1, the days of the period on which the latest verified
 * contact is at most 90 days old, counted from her intensive enrolment on; all days divided by 365.25. It goes on after
 * aftercare has ended, as long as contact is verified.
 */
export const personYearsOfFollowUp: CaseIndicator = {
  id: 'T0',
  units: (sheet, period) => {
    const { aftercare } = sheet
    const [enrolment] = intensiveEnrolmentsIn(sheet, period)
    if (aftercare === undefined || enrolment === undefined) return noUnits
    const from = Math.max(period.from, enrolment.from) as DayNumber
    const { days, entries } = daysVouchedFor(verifiedContactsOf(aftercare), from, period.to)
    return [{ part: 'counted', entries: [...new Set([enrolment.id, ...entries])], value: days }]
  },
  figure: personYearsFigure,
}

export function personYearsFigure(units: readonly Unit[]): PersonYearsFigure {
  const perCase = measuredValues(units)
  const days = perCase.reduce((sum, value) => sum + value, 0)
  return { shape: 'person_years', value: days / daysPerYear, days, cases: perCase.length }
}

/** The days from `from` to `to` on which the latest of the contacts, given in order of day, is not too old. */
function daysVouchedFor(
  contacts: readonly VerifiedContact[],
  from: DayNumber,
  to: DayNumber,
): { days: number; entries: readonly EntryId[] } {
  const entries: EntryId[] = []
  let days = 0
  let uncounted: number = from
  for (const { id, day } of contacts) {
    if (day > to) break
    const first = Math.max(day, uncounted)
    const last = Math.min(day + contactHoldsForDays, to)
    if (day + contactHoldsForDays >= from) entries.push(id)
    if (last < first) continue
    days += last - first + 1
    uncounted = last + 1
  }
  return { days, entries }
}
