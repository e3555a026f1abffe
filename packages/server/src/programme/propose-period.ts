import { type Day, firstDayOf, getDay, type PartialDate } from '@sathi/domain'
import type { Period } from '@sathi/reporting/figures'

/** The period of the demonstration programme. */
export const demoPeriod: Period = { from: getDay('2020-07-01'), to: getDay('2021-12-31') }

const quarterEnds = ['03-31', '06-30', '09-30', '12-31'] as const

/** The six calendar quarters up to the one of the last recorded day: eighteen months, as donors ask for. */
export function proposePeriod(lastOccurred: PartialDate): Period {
  const last = firstDayOf(lastOccurred)
  const year = Number(last.slice(0, 4))
  const quarter = Math.floor((Number(last.slice(5, 7)) - 1) / 3)
  const to = `${year}-${quarterEnds[quarter] ?? '12-31'}` as Day
  const firstQuarter = year * 4 + quarter - 5
  const month = String((firstQuarter % 4) * 3 + 1).padStart(2, '0')
  return { from: `${Math.floor(firstQuarter / 4)}-${month}-01` as Day, to }
}
