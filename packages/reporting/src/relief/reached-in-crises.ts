import { findEnrolmentOn } from '@sathi/domain'
import { type CaseIndicator, isInPeriod, noUnits, plainCount } from '../counting/index.ts'

/**
 * C1 Reached in crises: how many previously reintegrated survivors received relief in the period, that is on a day on
 * which they were not in intensive aftercare.
 */
export const reachedInCrises: CaseIndicator = {
  id: 'C1',
  units: ({ relief, aftercare }, period) => {
    const enrolments = aftercare?.enrolments ?? noUnits
    const deliveries = (relief?.deliveries ?? noUnits).filter(
      ({ day }) => isInPeriod(day, period) && findEnrolmentOn(enrolments, day)?.intensity !== 'intensive',
    )
    return deliveries.length === 0 ? noUnits : [{ part: 'counted', entries: deliveries.map(({ id }) => id) }]
  },
  figure: plainCount,
}
