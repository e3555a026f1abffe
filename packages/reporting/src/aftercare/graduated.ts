import { type CaseIndicator, isInPeriod, noUnits, plainCount } from '../counting/index.ts'

/**
 * G1 Graduated: how many survivors graduated in the period: the programme approved it and she accepted it, in one
 * decision. A survivor who graduated twice counts once.
 */
export const graduated: CaseIndicator = {
  id: 'G1',
  units: ({ aftercare }, period) => {
    if (aftercare?.graduation === undefined) return noUnits
    const decisions = aftercare.graduation.filter(
      ({ approved, accepted, day }) => approved && accepted && isInPeriod(day, period),
    )
    return decisions.length === 0 ? noUnits : [{ part: 'counted', entries: decisions.map(({ id }) => id) }]
  },
  figure: plainCount,
}
