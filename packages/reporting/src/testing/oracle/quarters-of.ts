import { dayNumber } from './day-number.ts'
import type { Span } from './row.ts'

const QUARTERS = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const

/** The calendar quarters that the period touches, each cut to the period. */
export function quartersOf(period: Span): { name: string; span: Span }[] {
  const quarters: { name: string; span: Span }[] = []
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)]
  for (let year = Number(period.from.slice(0, 4)); year <= Number(period.to.slice(0, 4)); year++) {
    for (const [i, [first, last]] of QUARTERS.entries()) {
      const [start, end] = [`${year}-${first}`, `${year}-${last}`]
      if (dayNumber(end) < from || dayNumber(start) > to) continue
      const span = {
        from: dayNumber(start) < from ? period.from : start,
        to: dayNumber(end) > to ? period.to : end,
      }
      quarters.push({ name: `${year}Q${i + 1}`, span })
    }
  }
  return quarters
}
