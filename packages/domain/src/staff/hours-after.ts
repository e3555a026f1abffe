import { addDays, getDay, type Instant } from '../journal/index.ts'

/** The instant so many whole hours after another. */
export function hoursAfter(instant: Instant, hours: number): Instant {
  const hour = Number(instant.slice(11, 13)) + hours
  const day = addDays(getDay(instant.slice(0, 10)), Math.floor(hour / 24))
  return `${day}T${String(hour % 24).padStart(2, '0')}${instant.slice(13)}` as Instant
}
