import type { Instant } from '@sathi/domain'
import { instantOf, millisecondsOf } from '../measures/index.ts'

/**
 * When something was written, by the office's clock: the device's time with the milliseconds that it was last measured to
 * be off, never after it arrived, and never before 1970, which is where clocks begin that know nothing.
 */
export function mended(recordedAt: Instant, clockOffset: number, receivedAt: Instant): Instant {
  // Numbers, not texts: a clock that lies by thousands of years gives years of five digits.
  const written = Math.max(0, millisecondsOf(recordedAt) + clockOffset)
  return written < millisecondsOf(receivedAt) ? instantOf(written) : receivedAt
}
