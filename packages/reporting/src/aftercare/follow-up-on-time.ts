import type { EntryId } from '@sathi/domain'
import { type CaseIndicator, isInPeriod, noUnits, proportionFigure, type Unit } from '../counting/index.ts'

const daysEitherSide = 7

/**
 * A2 Follow-up on time: of the follow-ups that were due in the period, the share that reached the survivor herself at
 * most seven days before or after the day they were due. Follow-ups without a due day are not looked at.
 */
export const followUpOnTime: CaseIndicator = {
  id: 'A2',
  units: ({ aftercare }, period) => {
    if (aftercare?.followUps === undefined) return noUnits
    const onTime: EntryId[] = []
    const others: EntryId[] = []
    for (const followUp of aftercare.followUps) {
      const dueOn = followUp[3]
      if (dueOn === null || !isInPeriod(dueOn, period)) continue
      const [id, day, reached] = followUp
      if (reached === 'survivor' && Math.abs(day - dueOn) <= daysEitherSide) onTime.push(id)
      else others.push(id)
    }
    const units: Unit[] = []
    if (onTime.length > 0) units.push({ part: 'numerator', entries: [], each: onTime })
    if (others.length > 0) units.push({ part: 'denominator', entries: [], each: others })
    return units
  },
  figure: proportionFigure,
}
