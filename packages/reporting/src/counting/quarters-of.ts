import type { Day } from '@sathi/domain'
import type { Period } from '../figures/index.ts'

const quarterEnds = ['03-31', '06-30', '09-30', '12-31'] as const

/** The calendar quarters that a period touches, in order of time, each cut to the period; keys such as `2020Q3`. */
export function quartersOf(period: Period): ReadonlyMap<string, Period> {
  const quarters = new Map<string, Period>()
  const lastYear = Number(period.to.slice(0, 4))
  for (let year = Number(period.from.slice(0, 4)); year <= lastYear; year += 1) {
    for (const [index, end] of quarterEnds.entries()) {
      const from = `${year}-${String(index * 3 + 1).padStart(2, '0')}-01` as Day
      const to = `${year}-${end}` as Day
      if (to < period.from || from > period.to) continue
      quarters.set(`${year}Q${index + 1}`, { from: later(from, period.from), to: earlier(to, period.to) })
    }
  }
  return quarters
}

function later(one: Day, other: Day): Day {
  if (one > other) return one
  return other
}

function earlier(one: Day, other: Day): Day {
  if (one < other) return one
  return other
}
