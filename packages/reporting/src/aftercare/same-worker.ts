import { findEnrolmentOn } from '@sathi/domain'
import { type CaseIndicator, isInPeriod, noUnits, proportionFigure, type Unit } from '../counting/index.ts'

/**
 * A3 Same worker: of the follow-ups in the period that reached the survivor while she was in aftercare, the share made
 * by the caseworker of that enrolment. Follow-ups whose author is not recorded are missing.
 */
export const sameWorker: CaseIndicator = {
  id: 'A3',
  units: ({ aftercare }, period) => {
    const { followUps, enrolments } = aftercare ?? {}
    if (followUps === undefined || enrolments === undefined) return noUnits
    const units: Unit[] = []
    for (const [id, day, reached, , author] of followUps) {
      if (reached !== 'survivor' || !isInPeriod(day, period)) continue
      const enrolment = findEnrolmentOn(enrolments, day)
      if (enrolment === undefined) continue
      const entries = [id, enrolment.id]
      if (author === null) units.push({ part: 'missing', entries })
      else units.push({ part: author === enrolment.caseworker ? 'numerator' : 'denominator', entries })
    }
    return units
  },
  figure: proportionFigure,
}
