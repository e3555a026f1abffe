import type { Day, Language, PartialDate } from '@sathi/domain/journal'

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', bn: 'bn-BD', hi: 'hi-IN' }

/** The locale that decides digits, grouping and dates of a language: Bengali digits for Bangladesh, lakh and crore for both. */
export function localeOf(language: Language): string {
  return locales[language]
}

/** Numbers and dates as people of one language write them. Days have no time zone, so they are formatted in UTC. */
export type Formats = {
  count(value: number): string
  /** A number with at most `digits` decimals. */
  decimal(value: number, digits?: number): string
  /** A number with its sign, for changes. */
  change(value: number): string
  /** A share of 0 to 1 as a percentage with at most one decimal. */
  share(value: number): string
  day(date: PartialDate | Day): string
  month(month: string): string
  year(year: number): string
  /** A quarter by its key (`2020Q3`) as the months it has. */
  quarter(key: string): string
  /** The same in two short lines, for the foot of a chart: the months, and the year. */
  quarterLines(key: string): readonly [string, string]
  instant(instant: string): string
  bytes(value: number): string
}

const made = new Map<Language, Formats>()

export function formatsOf(language: Language): Formats {
  const known = made.get(language)
  if (known !== undefined) return known
  const formats = createFormats(localeOf(language))
  made.set(language, formats)
  return formats
}

function createFormats(locale: string): Formats {
  const number = (options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options)
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  const count = number({ maximumFractionDigits: 0 })
  const decimals = [0, 1, 2, 3].map((digits) => number({ maximumFractionDigits: digits }))
  const change = number({ maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const share = number({ style: 'percent', maximumFractionDigits: 1 })
  const day = date({ day: 'numeric', month: 'long', year: 'numeric' })
  const month = date({ month: 'long', year: 'numeric' })
  const year = date({ year: 'numeric' })
  const shortMonth = date({ month: 'short', year: 'numeric' })
  const bareMonth = date({ month: 'short' })
  // Neither Bengali nor Hindi has words for AM and PM in these locales: the clock of 24 hours needs none.
  const instant = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
  const mebibytes = number({ style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  const kibibytes = number({ style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })
  return {
    count: (value) => count.format(value),
    decimal: (value, digits = 1) =>
      (decimals[digits] ?? number({ maximumFractionDigits: digits })).format(value),
    change: (value) => change.format(value),
    share: (value) => share.format(value),
    day: (text) => [year, month, day][precisionOf(text)]?.format(utc(text)) ?? text,
    month: (text) => month.format(utc(text)),
    year: (value) => year.format(Date.UTC(value, 0, 1)),
    quarter: (key) => shortMonth.formatRange(...endsOf(key)),
    quarterLines: (key) => {
      const [first, last] = endsOf(key)
      return [bareMonth.formatRange(first, last), year.format(first)]
    },
    instant: (text) => instant.format(new Date(text)),
    bytes: (value) =>
      value < 1024 * 1024
        ? kibibytes.format(Math.ceil(value / 1024))
        : mebibytes.format(value / (1024 * 1024)),
  }
}

/** 0 for a year, 1 for a month, 2 for a day. */
function precisionOf(date: string): number {
  return date.length === 4 ? 0 : date.length === 7 ? 1 : 2
}

/** The first days of the first and of the last month of a quarter. */
function endsOf(quarter: string): [number, number] {
  const year = Number(quarter.slice(0, 4))
  const number = Number(quarter.slice(5))
  return [Date.UTC(year, (number - 1) * 3, 1), Date.UTC(year, number * 3 - 1, 1)]
}

function utc(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day)
}
