import type { Interval } from './interval.ts'
import { requireCount } from './require-count.ts'

/** The normal quantile for 95 %, with the six decimals that the definition of the indicators fixes. */
const z = 1.959964

/**
 * Wilson's 95 % interval of a proportion, as shares from 0 to 1. None of n gives exactly 0 as the lower bound and all of
 * n exactly 1 as the upper; 0 of 0 gives 0 to 1, because nothing is known. Whether a proportion of so few is shown at
 * all is the indicator's decision. Counts that are no counts, or a numerator above the denominator: RangeError.
 *
 * Source: Wilson 1927, "Probable inference, the law of succession, and statistical inference", JASA 22: 209-212.
 */
export function wilsonInterval(numerator: number, denominator: number): Interval {
  requireCount(numerator, 'numerator')
  requireCount(denominator, 'denominator')
  if (numerator > denominator) {
    throw new RangeError(`numerator ${numerator} is greater than denominator ${denominator}`)
  }
  if (denominator === 0) return { low: 0, high: 1 }
  const centre = numerator + z ** 2 / 2
  const spread = z * Math.sqrt(numerator * (1 - numerator / denominator) + z ** 2 / 4)
  const scale = denominator + z ** 2
  return {
    low: numerator === 0 ? 0 : (centre - spread) / scale,
    high: numerator === denominator ? 1 : (centre + spread) / scale,
  }
}
