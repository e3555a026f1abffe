import type { ProportionFigure } from '../figures/index.ts'
import { wilsonInterval } from '../statistics/index.ts'
import type { Unit } from './unit.ts'

/** Below this denominator a share says more about chance than about the work, and is not shown. */
const smallestDenominator = 10

/** A share with its Wilson 95 % interval, and how many are missing. */
export function proportionFigure(units: readonly Unit[]): ProportionFigure {
  let numerator = 0
  let denominator = 0
  let missing = 0
  for (const { part } of units) {
    if (part === 'missing') missing += 1
    else denominator += 1
    if (part === 'numerator') numerator += 1
  }
  if (denominator < smallestDenominator) {
    return { shape: 'proportion', numerator, denominator, missing, proportion: null, low: null, high: null }
  }
  const { low, high } = wilsonInterval(numerator, denominator)
  return {
    shape: 'proportion',
    numerator,
    denominator,
    missing,
    proportion: numerator / denominator,
    low,
    high,
  }
}
