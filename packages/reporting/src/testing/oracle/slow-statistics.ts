/** Shapes and statistics of the oracle: exact sums and bisection, so that nothing is shared with the real ones. */

export type Interval = { low: number | null; high: number | null }
export type Proportion = Interval & {
  numerator: number
  denominator: number
  missing: number
  proportion: number | null
}
export type MeanChange = Interval & { n: number; mean: number | null; missing: number }

const Z = 1.959964

/** numerator of denominator with its Wilson 95 % interval; no percentage below a denominator of 10. */
export function proportion(numerator: number, denominator: number, missing: number): Proportion {
  const counts = { numerator, denominator, missing }
  if (denominator < 10) return { ...counts, proportion: null, low: null, high: null }
  const p = numerator / denominator
  const zz = (Z * Z) / denominator
  const middle = (p + zz / 2) / (1 + zz)
  const reach = (Z / (1 + zz)) * Math.sqrt((p * (1 - p)) / denominator + zz / (4 * denominator))
  return { ...counts, proportion: p, low: middle - reach, high: middle + reach }
}

/** Quantile of R's type 7, or null without values. */
export function quantile(values: number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  if (sorted.length === 0) return null
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] as number
  const above = sorted[Math.ceil(place)] as number
  return below + (place - Math.floor(place)) * (above - below)
}

/** Mean with its 95 % t-interval; the interval is null below two values, the mean too without any. */
export function meanChange(values: number[], missing: number): MeanChange {
  const n = values.length
  if (n === 0) return { n, mean: null, low: null, high: null, missing }
  const mean = total(values) / n
  if (n === 1) return { n, mean, low: null, high: null, missing }
  const squares = total(values.map((value) => (value - mean) ** 2))
  const reach = studentQuantile(n - 1) * Math.sqrt(squares / (n - 1) / n)
  return { n, mean, low: mean - reach, high: mean + reach, missing }
}

/** Exact 95 % interval of a Poisson count, 2.5 % in each tail; for no events the low bound is 0. */
export function poissonInterval(count: number): { low: number; high: number } {
  const atMost = (k: number, mean: number): number => {
    let term = Math.exp(-mean)
    let sum = term
    for (let i = 1; i <= k; i++) {
      term *= mean / i
      sum += term
    }
    return sum
  }
  const far = count + 20 * Math.sqrt(count + 1) + 20
  const low = count === 0 ? 0 : bisect(0, far, (mean) => atMost(count - 1, mean) <= 0.975)
  const high = bisect(0, far, (mean) => atMost(count, mean) <= 0.025)
  return { low, high }
}

/** Exact (Clopper-Pearson) 95 % interval of a share: events of tries, tries at least 1. */
export function clopperPearson(events: number, tries: number): { low: number; high: number } {
  const logFactorial = (k: number) => total(Array.from({ length: k }, (_, i) => Math.log(i + 1)))
  const chance = (k: number, p: number): number =>
    Math.exp(
      logFactorial(tries) -
        logFactorial(k) -
        logFactorial(tries - k) +
        (k === 0 ? 0 : k * Math.log(p)) +
        (k === tries ? 0 : (tries - k) * Math.log1p(-p)),
    )
  const atLeast = (p: number) =>
    total(Array.from({ length: tries - events + 1 }, (_, i) => chance(events + i, p)))
  const atMost = (p: number) => total(Array.from({ length: events + 1 }, (_, i) => chance(i, p)))
  return {
    low: events === 0 ? 0 : bisect(0, 1, (p) => atLeast(p) >= 0.025),
    high: events === tries ? 1 : bisect(0, 1, (p) => atMost(p) <= 0.025),
  }
}

/** The 97.5 % quantile of Student's t with whole degrees of freedom, from the finite sums of its distribution. */
export function studentQuantile(freedom: number): number {
  return bisect(0, 13, (t) => withinT(t, freedom) >= 0.95)
}

/** P(|T| <= t): Abramowitz and Stegun 26.7.3 and 26.7.4. */
function withinT(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom))
  const cosine = Math.cos(angle)
  const odd = freedom % 2 === 1
  let term = odd ? cosine : 1
  let sum = freedom === 1 ? 0 : term
  for (let k = odd ? 3 : 2; k <= freedom - 2; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine
    sum += term
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum
}

/** Where a condition that is false below and true above begins to hold. */
function bisect(from: number, to: number, holds: (x: number) => boolean): number {
  let [low, high] = [from, to]
  for (let step = 0; step < 200 && low < high; step++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (holds(middle)) high = middle
    else low = middle
  }
  return (low + high) / 2
}

/** A plain sum. */
export function total(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
