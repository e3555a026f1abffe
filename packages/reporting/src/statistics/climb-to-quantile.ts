import type { Tails } from './regularised-gamma.ts'

const stepLimit = 1000
/** Newton's method doubles the right digits at every step, so the step after one of this size is exact. */
const lastStep = 1e-11

/**
 * The point x where the lower tail is p, found by Newton's method. `from` must be the mode of the distribution, or lie
 * between the mode and the quantile: from there on the distribution function bends one way only, so the steps approach
 * the quantile from one side and never overshoot.
 */
export function climbToQuantile(
  p: number,
  from: number,
  at: (x: number) => { tails: Tails; density: number },
): number {
  let x = from
  for (let count = 0; count < stepLimit; count += 1) {
    const { tails, density } = at(x)
    const excess = p < 0.5 ? tails.lower - p : 1 - p - tails.upper
    const step = excess / density
    x -= step
    if (Math.abs(step) <= lastStep * Math.abs(x)) return x
  }
  throw new RangeError(`no quantile found for ${p}`)
}
