import { binomialProbability } from './binomial-probability.ts'
import { continuedFraction } from './continued-fraction.ts'
import type { Tails } from './regularised-gamma.ts'

/**
 * The regularised incomplete beta function I_x(a, b) as `lower` and 1 - I_x(a, b) as `upper`, for a, b > 0 and x + y = 1
 * with both above 0: the tails of the beta distribution. Relative error of the smaller tail below 1e-13.
 *
 * Source: DLMF 8.17.4 (symmetry); the even part of the continued fraction DLMF 8.17.22, as in Didonato and Morris 1992,
 * "Algorithm 708", ACM TOMS 18: 360-373.
 */
export function regularisedBeta(a: number, b: number, x: number, y: number): Tails {
  if (x > (a + 1) / (a + b + 2)) {
    const { lower, upper } = regularisedBeta(b, a, y, x)
    return { lower: upper, upper: lower }
  }
  const distance = a * y - b * x + 1
  const fraction = continuedFraction((a * distance) / (a + 1), (m) => {
    const place = a + 2 * m
    const share = (m * (b - m) * x) / (place - 1)
    return {
      numerator: (share * (a + m - 1) * (a + b + m - 1) * x) / (place - 1),
      denominator: m + share + ((a + m) * (distance + m * (1 + y))) / (place + 1),
    }
  })
  const lower = (binomialProbability(a, b, x, y) * a * b) / ((a + b) * fraction)
  return { lower, upper: 1 - lower }
}
