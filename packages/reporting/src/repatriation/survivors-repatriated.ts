import { type CaseIndicator, entriesInPeriod, noUnits, plainCount } from '../counting/index.ts'

/**
 * R1 Survivors repatriated: how many survivors were handed over at the border in the period. A survivor who was handed
 * over more than once counts once. Counted from `repatriation_stage` handover.
 */
export const survivorsRepatriated: CaseIndicator = {
  id: 'R1',
  units: ({ repatriation }, period) => {
    const entries = entriesInPeriod(repatriation?.handovers, period)
    return entries.length === 0 ? noUnits : [{ part: 'counted', entries }]
  },
  figure: plainCount,
}
