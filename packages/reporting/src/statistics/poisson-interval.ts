import { gammaQuantile } from './gamma-quantile.ts'
import type { Interval } from './interval.ts'
import { requireCount } from './require-count.ts'

/**
 * The exact 95 % interval of the number of events to be expected where this many were seen; divided by the exposure it
 * is the interval of the rate. No events give exactly 0 as the lower bound and 3.6889 as the upper (one-sided 97.5 %),
 * so that "none" is never shown as if it were certain. A count that is no count: RangeError.
 *
 * Source: Garwood 1936, "Fiducial limits for the Poisson distribution", Biometrika 28: 437-442.
 */
export function poissonInterval(events: number): Interval {
  requireCount(events, 'events')
  return {
    low: events === 0 ? 0 : gammaQuantile(0.025, events),
    high: gammaQuantile(0.975, events + 1),
  }
}
