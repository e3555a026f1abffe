/** What a number means under its format: a number; a day, shown to the day, the month or the year; a time of day. */
export type NumberMeaning = 'number' | 'day' | 'month' | 'year' | 'time'

/**
 * The formats that every spreadsheet program knows by number alone (ECMA-376 18.8.30). 27-36 and 50-58 are days and
 * times of East Asia, which differ by language: the day is in all of them, and a time among them is below one day.
 */
export function builtInMeaning(id: number): NumberMeaning {
  if (id === 17) return 'month'
  if ((id >= 14 && id <= 16) || id === 22) return 'day'
  if ((id >= 27 && id <= 31) || (id >= 34 && id <= 36) || (id >= 50 && id <= 58)) return 'day'
  if ((id >= 18 && id <= 21) || id === 32 || id === 33 || (id >= 45 && id <= 47)) return 'time'
  return 'number'
}

/**
 * What a written format shows: letters in quotation marks, after a backslash or in brackets (`[Red]`, `[$-4009]`)
 * show nothing of the date. Only the first section counts; the others are for negative numbers, zero and text.
 */
export function meaningOf(format: string): NumberMeaning {
  const elapsed = /\[(h+|m+|s+)\]/i
  const bare = format.replace(/"[^"]*("|$)|\\.|[_*]./gs, ' ').replace(/;.*$/s, '')
  const code = bare
    .replace(elapsed, 'h')
    .replace(/\[[^\]]*(\]|$)/g, ' ')
    .replace(/general|E[+-]/gi, ' ')
    .replace(/am\/pm|a\/p/gi, 'h')
    .toLowerCase()
  // An m right after hours or right before seconds is minutes.
  const dates = code.replace(/(h[^a-z]*)m+/g, '$1').replace(/m+([^a-z]*s)/g, '$1')
  if (/d/.test(dates)) return 'day'
  if (/m/.test(dates)) return 'month'
  if (/[yeb]/.test(dates)) return 'year'
  return /[hs]/.test(dates) ? 'time' : 'number'
}
