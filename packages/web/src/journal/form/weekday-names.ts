import type { Language } from '@sathi/domain/journal'

/** The days of the week from Sunday, as calendars in Bangladesh and India have them, as short as people still read them. */
export function weekdayNames(language: Language): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  // 7 January 2024 was a Sunday.
  return [7, 8, 9, 10, 11, 12, 13].map((day) => format.format(Date.UTC(2024, 0, day)))
}
