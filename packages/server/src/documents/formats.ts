import type { Day, Language } from '@sathi/domain'

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', bn: 'bn-BD', hi: 'hi-IN' }

/** Numbers and days as people of one language write them, in its digits and grouping. */
export type Formats = {
  count(value: number): string
  /** At most one decimal. */
  decimal(value: number): string
  /** At most three decimals, for rates that would round to nothing. */
  fine(value: number): string
  /** With its sign, for changes. */
  change(value: number): string
  /** A share of 0 to 1 as a percentage. */
  share(value: number): string
  /** The ends of an interval, with as many decimals each; a plain nought has none. */
  readonly bounds: Pick<Formats, 'decimal' | 'fine' | 'change' | 'share'>
  day(day: Day): string
  /** A quarter by its key (`2020Q3`): its months, and its year. */
  quarter(key: string): readonly [string, string]
  /** The ten digits from nought to nine. */
  readonly digits: readonly string[]
}

export function formatsOf(language: Language): Formats {
  const locale = locales[language]
  const number = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options)
    return (value: number) => format.format(value)
  }
  const bound = (places: number, options: Intl.NumberFormatOptions = {}) => {
    const nought = number(options)
    const other = number({ minimumFractionDigits: places, maximumFractionDigits: places, ...options })
    return (value: number) => (value === 0 ? nought : other)(value)
  }
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  const day = date({ day: 'numeric', month: 'long', year: 'numeric' })
  const months = date({ month: 'short' })
  const year = date({ year: 'numeric' })
  const count = number({ maximumFractionDigits: 0 })
  return {
    count,
    decimal: number({ maximumFractionDigits: 1 }),
    fine: number({ maximumFractionDigits: 3 }),
    change: number({ maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
    share: number({ style: 'percent', maximumFractionDigits: 1 }),
    bounds: {
      decimal: bound(1),
      fine: bound(3),
      change: bound(1, { signDisplay: 'exceptZero' }),
      share: bound(1, { style: 'percent' }),
    },
    day: (text) => day.format(Date.parse(text)),
    quarter: (key) => {
      const [first, last] = monthsOf(key)
      return [months.formatRange(first, last), year.format(first)]
    },
    digits: Array.from({ length: 10 }, (_, digit) => count(digit)),
  }
}

/** The first days of the first and of the last month of a quarter. */
function monthsOf(quarter: string): [number, number] {
  const year = Number(quarter.slice(0, 4))
  const number = Number(quarter.slice(5))
  return [Date.UTC(year, number * 3 - 3, 1), Date.UTC(year, number * 3 - 1, 1)]
}
