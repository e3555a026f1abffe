import { deviance } from './deviance.ts'
import { stirlingError } from './stirling-error.ts'

/**
 * x^a e^-x / Γ(a + 1) for a > 0 and x > 0: the probability of a events where x are expected, also for an a that is no
 * whole number. Relative error below 1e-14 for a up to 1e8.
 *
 * Source: Loader 2000, "Fast and accurate computation of binomial probabilities".
 */
export function poissonProbability(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a)
}
