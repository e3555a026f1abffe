import { type EntryId, findEnrolmentOn } from '@sathi/domain'
import { type CaseIndicator, isInPeriod, noUnits, plainCount } from '../counting/index.ts'

/**
 * C1 Reached in crises: how many previously reintegrated survivors received relief in the period, that is on a day on
 * which they were not in intensive aftercare.
 */
export const reachedInCrises: CaseIndicator = {
  id: 'C1',
  units: ({ relief, aftercare }, period) => {
    if (relief?.deliveries === undefined) return noUnits
    const enrolments = aftercare?.enrolments ?? noUnits
    const entries: EntryId[] = []
    for (const { id, day } of relief.deliveries) {
      if (!isInPeriod(day, period)) continue
      if (findEnrolmentOn(enrolments, day)?.intensity !== 'intensive') entries.push(id)
    }
    return entries.length === 0 ? noUnits : [{ part: 'counted', entries }]
  },
  figure: plainCount,
}
