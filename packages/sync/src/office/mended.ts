import type { Instant } from '@sathi/domain'
import { later } from '../measures/index.ts'

/**
 * When something was written, by the office's clock: the device's time with the milliseconds that it was last measured to
 * be off, and never after it arrived.
 */
export function mended(recordedAt: Instant, clockOffset: number, receivedAt: Instant): Instant {
  const written = later(recordedAt, clockOffset)
  return written < receivedAt ? written : receivedAt
}
