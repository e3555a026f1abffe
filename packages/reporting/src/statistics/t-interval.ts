import { mean } from './mean.ts'
import { studentTQuantile } from './student-t-quantile.ts'
import { sum } from './sum.ts'

/** A mean with its 95 % interval, in the unit of the values; null where too few values are there. */
export type MeanWithInterval = { n: number; mean: number | null; low: number | null; high: number | null }

/**
 * The mean of n values with its 95 % t-interval, mean ± t(0.975, n - 1) · s / √n. No values: the mean is null too; one
 * value: the bounds are null, because nothing is known of the spread. Values that are not finite: RangeError.
 *
 * Source: Student 1908, "The probable error of a mean", Biometrika 6: 1-25; the variance by the corrected two-pass
 * algorithm, Chan, Golub and LeVeque 1983, The American Statistician 37: 242-247.
 */
export function tInterval(values: readonly number[]): MeanWithInterval {
  const n = values.length
  const unusable = values.find((value) => !Number.isFinite(value))
  if (unusable !== undefined) throw new RangeError(`a mean needs finite values, found ${unusable}`)
  const centre = mean(values)
  if (centre === null || n < 2) return { n, mean: centre, low: null, high: null }
  const deviations = values.map((value) => value - centre)
  const squares = sum(deviations.map((deviation) => deviation ** 2))
  const variance = (squares - sum(deviations) ** 2 / n) / (n - 1)
  const half = studentTQuantile(0.975, n - 1) * Math.sqrt(variance / n)
  return { n, mean: centre, low: centre - half, high: centre + half }
}
