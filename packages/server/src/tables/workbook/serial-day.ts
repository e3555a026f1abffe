import type { Problem } from '../table-fault.ts'
import type { NumberMeaning } from './number-format.ts'

const MS_PER_DAY = 86_400_000
const HALF_A_SECOND = 0.5 / 86_400

/**
 * The day that a spreadsheet keeps as a number: YYYY-MM-DD, or as much of it as its format shows. Days are counted
 * from 1900 or, in workbooks begun on old Macs, from 1904. The count from 1900 has a day 60 that never was
 * (29 February 1900), so the days before it are one nearer than those after it.
 */
export function serialDay(serial: number, meaning: NumberMeaning, countsFrom1904: boolean): string | Problem {
  const day = Math.round(serial)
  const [first, last, dayZero] = countsFrom1904
    ? [0, 2_957_003, Date.UTC(1904, 0, 1)]
    : [1, 2_958_465, day < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)]
  if (meaning === 'time') return notADay(`a time of day (${serial})`)
  if (Math.abs(serial - day) > HALF_A_SECOND) {
    const accepted = 'a day without a time of day'
    return { code: 'time-in-day', found: `a day with a time of day (${serial})`, accepted }
  }
  if (day < first || day > last) return notADay(`day number ${serial}`)
  if (day === 60 && !countsFrom1904) return notADay('29 February 1900, a day that never was')
  const text = new Date(dayZero + day * MS_PER_DAY).toISOString().slice(0, 10)
  if (meaning === 'month') return text.slice(0, 7)
  return meaning === 'year' ? text.slice(0, 4) : text
}

/** The day of a cell that holds it as text (`t="d"`), midnight taken off. */
export function isoDay(text: string): string | Problem {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(.*))?$/.exec(text) ?? []
  const date = new Date(`${day}T00:00:00Z`)
  if (day === undefined || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day)
    return notADay(text)
  if (time === undefined || /^00:00(:00(\.0+)?)?Z?$/.test(time)) return day
  return { code: 'time-in-day', found: text, accepted: 'a day without a time of day' }
}

function notADay(found: string): Problem {
  return { code: 'not-a-day', found, accepted: 'a day between 1900 and 9999, or text' }
}
