import { type DayNumber, dayNumberOf, type Month } from '@sathi/domain'
import type { Period } from '../figures/index.ts'

/** A reporting period in day numbers, both days included, and the month in which it ends. */
export type PeriodDays = {
  readonly from: DayNumber
  readonly to: DayNumber
  readonly lastMonth: Month
  /** Tells periods apart. */
  readonly key: string
}

export function periodDaysOf(period: Period): PeriodDays {
  return {
    from: dayNumberOf(period.from),
    to: dayNumberOf(period.to),
    lastMonth: period.to.slice(0, 7) as Month,
    key: `${period.from}/${period.to}`,
  }
}

export function isInPeriod(day: DayNumber, period: PeriodDays): boolean {
  return period.from <= day && day <= period.to
}
