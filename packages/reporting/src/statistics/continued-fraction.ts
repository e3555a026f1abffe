/** Stands in for a denominator of exactly zero, which the recurrence could not pass. */
const tiny = 1e-300
/** The fractions here converge in a few times √a steps; more than this means that they were asked outside their range. */
const stepLimit = 10_000_000

/** One step of a continued fraction: numerator / (denominator + …). */
export type FractionStep = { numerator: number; denominator: number }

/**
 * The value of first + n1 / (d1 + n2 / (d2 + …)), worked out until no step changes it any more. Throws a RangeError
 * where it does not converge.
 *
 * Source: Lentz's method as modified by Thompson and Barnett 1986, J. Comput. Phys. 64: 490-509.
 */
export function continuedFraction(first: number, step: (index: number) => FractionStep): number {
  let value = first === 0 ? tiny : first
  let above = value
  let below = 0
  for (let index = 1; index <= stepLimit; index += 1) {
    const { numerator, denominator } = step(index)
    below = denominator + numerator * below
    below = 1 / (below === 0 ? tiny : below)
    above = denominator + numerator / above
    if (above === 0) above = tiny
    const change = above * below
    value *= change
    if (Math.abs(change - 1) <= Number.EPSILON) return value
  }
  throw new RangeError('the continued fraction does not converge')
}
