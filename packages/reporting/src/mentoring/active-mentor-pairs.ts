import { type CaseIndicator, entriesInPeriod, noUnits, plainCount, type Unit } from '../counting/index.ts'

/**
 * P1 Active peer-mentor pairs: how many pairs of a survivor and her peer mentor were in contact at least once in the
 * period. Pairs are told apart by their match code.
 */
export const activeMentorPairs: CaseIndicator = {
  id: 'P1',
  units: ({ mentoring }, period) => {
    if (mentoring === undefined) return noUnits
    const units: Unit[] = []
    for (const { match, contacts } of mentoring.matches) {
      const entries = entriesInPeriod(contacts, period)
      if (entries.length > 0) units.push({ part: 'counted', code: match, entries })
    }
    return units
  },
  figure: plainCount,
}
