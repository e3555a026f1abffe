import { betaQuantile } from './beta-quantile.ts'
import type { Interval } from './interval.ts'
import { requireCount } from './require-count.ts'

/**
 * The exact 95 % interval of a proportion, as shares from 0 to 1: it covers the true share at least 95 times in 100,
 * however few the trials. None gives exactly 0 as the lower bound, all exactly 1 as the upper; 0 of 0 gives 0 to 1.
 * Counts that are no counts, or more successes than trials: RangeError.
 *
 * Source: Clopper and Pearson 1934, "The use of confidence or fiducial limits illustrated in the case of the binomial",
 * Biometrika 26: 404-413.
 */
export function clopperPearson(successes: number, trials: number): Interval {
  requireCount(successes, 'successes')
  requireCount(trials, 'trials')
  if (successes > trials) throw new RangeError(`${successes} successes are more than ${trials} trials`)
  const failures = trials - successes
  return {
    low: successes === 0 ? 0 : betaQuantile(0.025, successes, failures + 1).share,
    high: failures === 0 ? 1 : betaQuantile(0.975, successes + 1, failures).share,
  }
}
