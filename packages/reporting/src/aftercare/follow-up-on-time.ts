import { type CaseIndicator, isInPeriod, noUnits, proportionFigure, type Unit } from '../counting/index.ts'

const daysEitherSide = 7

/**
 * A2 Follow-up on time: of the follow-ups that were due in the period, the share that reached the survivor herself at
 * most seven days before or after the day they were due. Follow-ups without a due day are not looked at.
 */
export const followUpOnTime: CaseIndicator = {
  id: 'A2',
  units: ({ aftercare }, period) => {
    const followUps = aftercare?.followUps
    if (followUps === undefined) return noUnits
    const units: Unit[] = []
    for (const [id, day, reached, dueOn] of followUps) {
      if (dueOn === null || !isInPeriod(dueOn, period)) continue
      const onTime = reached === 'survivor' && Math.abs(day - dueOn) <= daysEitherSide
      units.push({ part: onTime ? 'numerator' : 'denominator', entries: [id] })
    }
    return units
  },
  figure: proportionFigure,
}
