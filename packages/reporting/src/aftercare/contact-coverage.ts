import { isEnrolledOn } from '@sathi/domain'
import { type CaseIndicator, noUnits, proportionFigure } from '../counting/index.ts'
import { intensiveEnrolmentsIn } from './intensively-supported.ts'
import { contactHoldsForDays, verifiedContactsOf } from './verified-contacts.ts'

/**
 * T2 Contact coverage: of the survivors in intensive aftercare on the last day of the period, the share with a verified
 * contact in the ninety days up to and including that day. The beginning of intensive aftercare is such a contact.
 */
export const contactCoverage: CaseIndicator = {
  id: 'T2',
  units: (sheet, period) => {
    const enrolment = intensiveEnrolmentsIn(sheet, period).find((one) => isEnrolledOn(one, period.to))
    if (sheet.aftercare === undefined || enrolment === undefined) return noUnits
    const contact = verifiedContactsOf(sheet.aftercare).findLast(
      ({ day }) => day <= period.to && day > period.to - contactHoldsForDays,
    )
    if (contact === undefined) return [{ part: 'denominator', entries: [enrolment.id] }]
    return [{ part: 'numerator', entries: [...new Set([enrolment.id, contact.id])] }]
  },
  figure: proportionFigure,
}
