import type { SheetBodies } from '@sathi/domain/catalogue'
import type { DayNumber } from '@sathi/domain/journal'

/**
 * Days from one follow-up to the next by how long she has been in aftercare: weekly in the first four weeks, every two weeks
 * to the third month, monthly in the first year, quarterly in the second, half-yearly then.
 */
const rhythm: readonly (readonly [enrolledForDays: number, days: number])[] = [
  [28, 7],
  [91, 14],
  [365, 30],
  [730, 91],
]
const slowest = 182
/** Somebody at high risk is seen within 72 hours, again and again until the risk is lower. */
const atHighRisk = 3

/** The day by which she should be reached next; undefined when nobody has promised to: she is not in aftercare. */
export function nextFollowUp(
  { enrolments = [], followUps = [], risks = [] }: SheetBodies['aftercare'],
  today: DayNumber,
): DayNumber | undefined {
  const enrolment = enrolments.findLast(({ from, to }) => from <= today && (to === undefined || today <= to))
  if (enrolment === undefined) return undefined
  // Only when she herself was reached has anybody seen how she is.
  const reached = followUps.findLast(([, day, who]) => who === 'survivor' && day >= enrolment.from)?.[1]
  const last = reached ?? enrolment.from
  const days = rhythm.find(([until]) => last - enrolment.from < until)?.[1] ?? slowest
  const isAtHighRisk = risks.some(({ level }) => level === 'high')
  return (last + (isAtHighRisk ? Math.min(days, atHighRisk) : days)) as DayNumber
}
