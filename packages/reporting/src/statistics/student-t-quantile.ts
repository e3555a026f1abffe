import { binomialProbability } from './binomial-probability.ts'
import { climbToQuantile } from './climb-to-quantile.ts'
import { regularisedBeta } from './regularised-beta.ts'

/** The height of the normal curve at its middle, which no t distribution exceeds. */
const highestDensity = 1 / Math.sqrt(2 * Math.PI)

/**
 * The value below which Student's t distribution with the given degrees of freedom (1 or more) lies with probability p,
 * 0 < p < 1. Relative error below 1e-13 for p = 0.975. Outside the ranges: RangeError.
 *
 * Source: P(|T| > t) = I_x(f / 2, 1 / 2) with x = f / (f + t²), Abramowitz and Stegun 26.7.1 and 26.5.27.
 */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs a probability between 0 and 1, found ${p}`)
  if (!(degreesOfFreedom >= 1))
    throw new RangeError(`at least 1 degree of freedom, found ${degreesOfFreedom}`)
  if (p === 0.5) return 0
  if (p < 0.5) return -studentTQuantile(1 - p, degreesOfFreedom)
  const half = degreesOfFreedom / 2
  return climbToQuantile(p, (p - 0.5) / highestDensity, (t) => {
    const x = degreesOfFreedom / (degreesOfFreedom + t ** 2)
    const y = t ** 2 / (degreesOfFreedom + t ** 2)
    const upper = regularisedBeta(half, 0.5, x, y).lower / 2
    const density = (binomialProbability(half, 0.5, x, y) * half * 0.5) / ((half + 0.5) * t)
    return { tails: { lower: 1 - upper, upper }, density }
  })
}
