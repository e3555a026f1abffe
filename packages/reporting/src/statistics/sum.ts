/**
 * The sum of the values, 0 of none. Rounding errors are carried along and added at the end, so that the order of
 * entries and large values that cancel out do not change the figure.
 *
 * Source: Neumaier 1974, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54: 39-51.
 */
export function sum(values: readonly number[]): number {
  let total = 0
  let lost = 0
  for (const value of values) {
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}
