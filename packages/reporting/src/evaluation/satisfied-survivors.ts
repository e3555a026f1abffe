import { type CaseIndicator, isInPeriod, noUnits, proportionFigure, type Unit } from '../counting/index.ts'

/**
 * Q1 Satisfied survivors: of the feedback forms of the period on which anything was answered, the share with at least as
 * many yes as no. Forms without any answer are missing.
 */
export const satisfiedSurvivors: CaseIndicator = {
  id: 'Q1',
  units: ({ evaluation }, period) => {
    if (evaluation?.feedback === undefined) return noUnits
    const units: Unit[] = []
    for (const [id, day, yes, no] of evaluation.feedback) {
      if (!isInPeriod(day, period)) continue
      if (yes + no === 0) units.push({ part: 'missing', entries: [id] })
      else units.push({ part: yes >= no ? 'numerator' : 'denominator', entries: [id] })
    }
    return units
  },
  figure: proportionFigure,
}
