import type { BusinessMonth } from '@sathi/domain'
import { type BookIndicator, type PeriodDays, proportionFigure, type SubjectUnit } from '../counting/index.ts'
import { businessesOf, type SharedBusiness } from './businesses.ts'

const monthsNeeded = 3

/**
 * E1 Businesses in profit: of the businesses that were started on or before the end of the period, the share that earned
 * more than it spent on average over its last three recorded months up to the month in which the period ends. Closed
 * businesses stay in; one that closed before it had three months counts as not in profit; one that is open and has fewer
 * than three is missing.
 */
export const businessesInProfit: BookIndicator = {
  id: 'E1',
  parts: ['livelihoods'],
  breakdown: 'case',
  units: ({ book, period }) =>
    businessesOf(book).flatMap((business) => unitOfBusiness(business, period) ?? []),
  figure: proportionFigure,
}

function unitOfBusiness(business: SharedBusiness, { to, lastMonth }: PeriodDays): SubjectUnit | undefined {
  const starts = business.starts.filter(({ day }) => day <= to)
  const [subject, ...alsoOf] = starts.map((start) => start.subject)
  if (subject === undefined) return undefined
  const ends = business.ends.filter(({ day }) => day <= to)
  const after = business.months.findLastIndex((month) => month[1] <= lastMonth) + 1
  const months = business.months.slice(Math.max(0, after - monthsNeeded), after)
  const entries = [...starts, ...ends].map(({ id }) => id).concat(months.map(([id]) => id))
  const of = { subject, alsoOf, entries }
  if (months.length === monthsNeeded) return { ...of, part: isProfit(months) ? 'numerator' : 'denominator' }
  return { ...of, part: ends.length > 0 ? 'denominator' : 'missing' }
}

/**
 * Amounts are decimal: what 0.1 + 0.2 - 0.3 leaves in binary is no profit. What rounding adds to or takes from six
 * amounts stays below their sum times 2^-50.
 */
function isProfit(months: readonly BusinessMonth[]): boolean {
  let profit = 0
  let turnover = 0
  for (const [, , sales, costs] of months) {
    profit += sales - costs
    turnover += sales + costs
  }
  return profit > turnover * 2 ** -50
}
