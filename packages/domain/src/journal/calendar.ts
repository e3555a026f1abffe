/** A calendar day, `YYYY-MM-DD`. */
export type Day = string & { readonly day: unique symbol }

/** A day, a month (`YYYY-MM`) or a year (`YYYY`): as much of a date as is known. */
export type PartialDate = string & { readonly partialDate: unique symbol }

/** A month, `YYYY-MM`. */
export type Month = string & { readonly month: unique symbol }

/** Days since 1970-01-01, for arithmetic and compact sheets. */
export type DayNumber = number & { readonly dayNumber: unique symbol }

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const earliestYear = 1900
const latestYear = 2199

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of the years 1900 to 2199; undefined when the text is no such date. */
export function findPartialDate(text: string): PartialDate | undefined {
  const match = shape.exec(text)
  if (!match) return undefined
  const year = Number(match[1])
  if (year < earliestYear || year > latestYear) return undefined
  if (match[2] === undefined) return text as PartialDate
  const month = Number(match[2])
  if (month < 1 || month > 12) return undefined
  if (match[3] === undefined) return text as PartialDate
  const dayOfMonth = Number(match[3])
  return dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month) ? (text as PartialDate) : undefined
}

export function findDay(text: string): Day | undefined {
  return text.length === 10 && findPartialDate(text) !== undefined ? (text as unknown as Day) : undefined
}

export function findMonth(text: string): Month | undefined {
  return text.length === 7 && findPartialDate(text) !== undefined ? (text as unknown as Month) : undefined
}

/** A day that is known to be written rightly (a constant, a checked value). Throws when it is not. */
export function getDay(text: string): Day {
  const day = findDay(text)
  if (day === undefined) throw new Error('not a calendar day')
  return day
}

/** The first day that a partial date may mean: indicators count a partial date as this day. */
export function firstDayOf(date: PartialDate | Day | Month): Day {
  if (date.length === 10) return date as Day
  return (date.length === 7 ? `${date}-01` : `${date}-01-01`) as Day
}

/** Day number of a date's first day, by the proleptic Gregorian calendar (algorithm: H. Hinnant, days_from_civil). */
export function dayNumberOf(date: PartialDate | Day | Month): DayNumber {
  const day = firstDayOf(date)
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * 146_097 + dayOfEra - 719_468) as DayNumber
}

/** The calendar day of a day number: the inverse of {@link dayNumberOf}. */
export function dayOfNumber(dayNumber: DayNumber): Day {
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber((dayNumberOf(day) + days) as DayNumber)
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
