import { binomialProbability } from './binomial-probability.ts'
import { climbToQuantile } from './climb-to-quantile.ts'
import { regularisedBeta } from './regularised-beta.ts'

/** A share and what it leaves of 1, each with all its digits, so that the odds of a share near 1 are exact too. */
export type ShareAndRest = { share: number; rest: number }

/**
 * The share below which the beta distribution with a, b >= 1 lies with probability p, 0 < p < 1, and the rest up to 1.
 * Relative error of each below 1e-13. Outside the ranges: RangeError.
 */
export function betaQuantile(p: number, a: number, b: number): ShareAndRest {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs a probability between 0 and 1, found ${p}`)
  if (!(a >= 1 && b >= 1)) throw new RangeError(`the shapes must be 1 or more, found ${a} and ${b}`)
  if (a > b) {
    const { share, rest } = betaQuantile(1 - p, b, a)
    return { share: rest, rest: share }
  }
  if (a === 1) {
    const exponent = Math.log1p(-p) / b
    return { share: -Math.expm1(exponent), rest: Math.exp(exponent) }
  }
  const share = climbToQuantile(p, (a - 1) / (a + b - 2), (x) => ({
    tails: regularisedBeta(a, b, x, 1 - x),
    density: (binomialProbability(a, b, x, 1 - x) * a * b) / ((a + b) * x * (1 - x)),
  }))
  return { share, rest: 1 - share }
}
