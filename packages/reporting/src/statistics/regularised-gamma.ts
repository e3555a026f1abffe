import { continuedFraction } from './continued-fraction.ts'
import { poissonProbability } from './poisson-probability.ts'

/** Both tails of a distribution at one point; they add up to 1, and the smaller one keeps all its digits. */
export type Tails = { lower: number; upper: number }

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x), for a > 0 and x > 0: the tails of the gamma
 * distribution with shape a. For a whole number a, `upper` is the probability of fewer than a events where x are
 * expected. Relative error of the smaller tail below 1e-13.
 *
 * Source: DLMF 8.11.4 (series) and 8.9.2 (continued fraction).
 */
export function regularisedGamma(a: number, x: number): Tails {
  const probability = poissonProbability(a, x)
  if (x < a + 1) {
    const lower = probability * series(a, x)
    return { lower, upper: 1 - lower }
  }
  const fraction = continuedFraction(x + 1 - a, (index) => ({
    numerator: index * (a - index),
    denominator: x + 2 * index + 1 - a,
  }))
  const upper = (probability * a) / fraction
  return { lower: 1 - upper, upper }
}

function series(a: number, x: number): number {
  let term = 1
  let total = 1
  for (let above = a + 1; ; above += 1) {
    term *= x / above
    const next = total + term
    if (next === total) return total
    total = next
  }
}
