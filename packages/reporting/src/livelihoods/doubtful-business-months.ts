import type { DataQualityCheck } from '../counting/index.ts'
import type { Counted } from '../figures/index.ts'

/** Months of a business that one file records more than once, up to the month in which the period ends. */
export const monthsRecordedTwice = {
  code: 'business_month_recorded_twice',
  find: ({ book, period }) => {
    const found: Counted[] = []
    for (const [subject, { businesses = [] }] of book.livelihoods) {
      for (const { month, entries } of businesses.flatMap(({ conflicts = [] }) => conflicts)) {
        if (month <= period.lastMonth) found.push({ subject, entries })
      }
    }
    return found
  },
} as const satisfies DataQualityCheck

/** Businesses with recorded months whose start no file records; they are not counted. */
export const monthsWithoutStart = {
  code: 'business_never_started',
  find: ({ book }) => {
    const started = new Set<string>()
    for (const { businesses = [] } of book.livelihoods.values()) {
      for (const { business, started: start } of businesses) if (start !== undefined) started.add(business)
    }
    return Array.from(book.livelihoods).flatMap(([subject, { businesses = [] }]) =>
      businesses
        .filter(({ business, months }) => months.length > 0 && !started.has(business))
        .map(({ months }) => ({ subject, entries: months.map(([id]) => id) })),
    )
  },
} as const satisfies DataQualityCheck
