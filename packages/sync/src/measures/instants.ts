import { type Day, type DayNumber, dayNumberOf, dayOfNumber, type Instant } from '@sathi/domain'

const millisecondsInDay = 86_400_000

/** Milliseconds since 1970 of an instant (`YYYY-MM-DDTHH:MM:SS.mmmZ`). */
export function millisecondsOf(instant: Instant): number {
  const day = dayNumberOf(instant.slice(0, 10) as Day)
  const hours = Number(instant.slice(11, 13))
  const minutes = Number(instant.slice(14, 16))
  const seconds = Number(instant.slice(17, 23))
  return day * millisecondsInDay + (hours * 60 + minutes) * 60_000 + Math.round(seconds * 1000)
}

/** The instant that is so many milliseconds after 1970: the inverse of {@link millisecondsOf}. */
export function instantOf(milliseconds: number): Instant {
  const day = Math.floor(milliseconds / millisecondsInDay)
  const within = milliseconds - day * millisecondsInDay
  const hours = Math.floor(within / 3_600_000)
  const minutes = Math.floor(within / 60_000) % 60
  const seconds = Math.floor(within / 1000) % 60
  const time = [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':')
  return `${dayOfNumber(day as DayNumber)}T${time}.${String(within % 1000).padStart(3, '0')}Z` as Instant
}

/** The instant so many milliseconds later, or earlier when they are negative. */
export function later(instant: Instant, milliseconds: number): Instant {
  return instantOf(millisecondsOf(instant) + milliseconds)
}
