const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether a year of the Gregorian calendar has a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** The number of days of a month (1-12). */
export function monthLength(year: number, month: number): number {
  const length = MONTH_LENGTHS[month - 1]
  if (length === undefined) throw new Error(`there is no month ${month}`)
  return month === 2 && isLeapYear(year) ? 29 : length
}

/** Days since 1900-01-01 of a date or partial date; a partial date counts as its first day. Years from 1900. */
export function dayNumber(date: string): number {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (parts === null) throw new Error(`not a date: ${JSON.stringify(date)}`)
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)]
  if (year < 1900 || day < 1 || day > monthLength(year, month)) throw new Error(`no such day: ${date}`)
  let days = day - 1
  for (let earlier = 1900; earlier < year; earlier++) days += isLeapYear(earlier) ? 366 : 365
  for (let earlier = 1; earlier < month; earlier++) days += monthLength(year, earlier)
  return days
}

/** The date (YYYY-MM-DD) of a day number: the inverse of dayNumber. */
export function dateOfDay(day: number): string {
  let rest = day
  let year = 1900
  while (rest >= (isLeapYear(year) ? 366 : 365)) {
    rest -= isLeapYear(year) ? 366 : 365
    year += 1
  }
  let month = 1
  while (rest >= monthLength(year, month)) {
    rest -= monthLength(year, month)
    month += 1
  }
  return `${year}-${String(month).padStart(2, '0')}-${String(rest + 1).padStart(2, '0')}`
}
