import { deviance } from './deviance.ts'
import { stirlingError } from './stirling-error.ts'

/**
 * Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) x^a y^b for a, b > 0 and x + y = 1: the probability of a successes and b failures
 * where a success has the probability x, also for an a and b that are no whole numbers. Both x and y are given, because
 * the smaller of them would lose its digits in 1 - x. Relative error below 1e-14 for a + b up to 1e8.
 *
 * Source: Loader 2000, "Fast and accurate computation of binomial probabilities".
 */
export function binomialProbability(a: number, b: number, x: number, y: number): number {
  const n = a + b
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y)
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b))
}
