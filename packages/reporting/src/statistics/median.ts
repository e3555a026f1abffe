import { quantileType7 } from './quantile-type-7.ts'

/** The middle value, or the mean of the two middle ones, in the unit of the values; null of no values. */
export function median(values: readonly number[]): number | null {
  return quantileType7(values, 0.5)
}
