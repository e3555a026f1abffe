import type { Score } from '@sathi/domain'
import { intensiveEnrolmentsIn } from '../aftercare/index.ts'
import { type CaseSheet, noUnits, type PeriodDays, type Unit } from '../counting/index.ts'

/** Between the baseline and the assessment it is compared with there are at least so many days. */
const fewestDaysApart = 60

/** A change of the WHO-5 (0 to 100) by so many points is more than measuring error. */
export const reliableChange = 10

/**
 * For a case of A1 the change from her first WHO-5 assessment to the last one at least 60 days later, both on or before
 * the end of the period: in the numerator when it passes the test; missing without such a pair.
 */
export function wellbeingUnits(
  sheet: CaseSheet,
  period: PeriodDays,
  test: (change: number) => boolean,
): readonly Unit[] {
  const enrolments = intensiveEnrolmentsIn(sheet, period)
  if (enrolments.length === 0) return noUnits
  const pair = findPair(sheet.assessments?.scores.who5 ?? noUnits, period)
  if (pair === undefined) return [{ part: 'missing', entries: enrolments.map(({ id }) => id) }]
  const [[first, , baseline], [last, , score]] = pair
  const change = withoutRoundingError(score - baseline)
  return [{ part: test(change) ? 'numerator' : 'denominator', entries: [first, last], value: change }]
}

function findPair(scores: readonly Score[], { to }: PeriodDays): readonly [Score, Score] | undefined {
  const [baseline] = scores
  if (baseline === undefined) return undefined
  const last = scores.findLast(([, day]) => day <= to && day - baseline[1] >= fewestDaysApart)
  return last && [baseline, last]
}

/** Scores have few decimals: 64.1 - 54.1 is 10, though the binary difference falls just short of it. */
function withoutRoundingError(difference: number): number {
  return Math.round(difference * 1e9) / 1e9
}
