/**
 * The value below which the share p of the values lies, in their unit, by linear interpolation between the two nearest;
 * null of no values. The order of the values does not matter.
 *
 * @param p the share, 0 to 1; 0 gives the smallest value and 1 the largest. Outside of it: RangeError.
 * Source: Hyndman and Fan 1996, "Sample quantiles in statistical packages", The American Statistician 50: 361-365,
 * definition 7; the default of `quantile` in R.
 */
export function quantileType7(values: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile needs a share from 0 to 1, found ${p}`)
  const unusable = values.find((value) => !Number.isFinite(value))
  if (unusable !== undefined) throw new RangeError(`a quantile needs finite values, found ${unusable}`)
  const sorted = values.toSorted((one, other) => one - other)
  const position = (sorted.length - 1) * p
  const below = sorted[Math.floor(position)]
  const above = sorted[Math.ceil(position)]
  if (below === undefined || above === undefined) return null
  return below + (position - Math.floor(position)) * (above - below)
}
