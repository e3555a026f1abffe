import { climbToQuantile } from './climb-to-quantile.ts'
import { poissonProbability } from './poisson-probability.ts'
import { regularisedGamma } from './regularised-gamma.ts'

/**
 * The value below which the gamma distribution with shape a >= 1 and scale 1 lies with probability p, 0 < p < 1; half
 * the chi-square quantile with 2a degrees of freedom. Relative error below 1e-13. Outside the ranges: RangeError.
 */
export function gammaQuantile(p: number, a: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs a probability between 0 and 1, found ${p}`)
  if (!(a >= 1)) throw new RangeError(`the shape must be 1 or more, found ${a}`)
  if (a === 1) return -Math.log1p(-p)
  return climbToQuantile(p, a - 1, (x) => ({
    tails: regularisedGamma(a, x),
    density: (poissonProbability(a, x) * a) / x,
  }))
}
