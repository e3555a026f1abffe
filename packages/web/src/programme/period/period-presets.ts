import { daysInMonth, getDay, type PartialDate } from '@sathi/domain/journal'
import type { Period } from '@sathi/reporting/figures'

/** A calendar year with its four quarters, as periods to choose from; `key` is `2020Q3`. */
export type YearPreset = {
  readonly year: number
  readonly period: Period
  readonly quarters: readonly { readonly key: string; readonly period: Period }[]
}

const quarters = [1, 2, 3, 4] as const
const mostYears = 6

/** The years that hold records, the latest first; of very long records the latest six. */
export function yearPresets(firstDay: PartialDate, lastDay: PartialDate): YearPreset[] {
  const first = Number(firstDay.slice(0, 4))
  const last = Number(lastDay.slice(0, 4))
  const length = Math.min(mostYears, Math.max(0, last - first + 1))
  return Array.from({ length }, (_, index) => yearPreset(last - index))
}

function yearPreset(year: number): YearPreset {
  return {
    year,
    period: months(year, 1, 12),
    quarters: quarters.map((quarter) => ({
      key: `${year}Q${quarter}`,
      period: months(year, quarter * 3 - 2, quarter * 3),
    })),
  }
}

function months(year: number, first: number, last: number): Period {
  const month = (number: number) => String(number).padStart(2, '0')
  return {
    from: getDay(`${year}-${month(first)}-01`),
    to: getDay(`${year}-${month(last)}-${daysInMonth(year, last)}`),
  }
}
