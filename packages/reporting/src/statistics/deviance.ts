/** Below this relative distance x ln(x / mean) and x - mean nearly cancel out, and a series is used instead. */
const near = 0.1

/**
 * The deviance x ln(x / mean) + mean - x, for x and mean > 0: 0 where they are equal, greater the further they lie
 * apart, with full relative accuracy also where they are close.
 *
 * Source: Loader 2000, "Fast and accurate computation of binomial probabilities".
 */
export function deviance(x: number, mean: number): number {
  const distance = x - mean
  if (Math.abs(distance) >= near * (x + mean)) return x * Math.log(x / mean) - distance
  const ratio = distance / (x + mean)
  let term = 2 * x * ratio
  let total = distance * ratio
  for (let odd = 3; ; odd += 2) {
    term *= ratio ** 2
    const next = total + term / odd
    if (next === total) return total
    total = next
  }
}
