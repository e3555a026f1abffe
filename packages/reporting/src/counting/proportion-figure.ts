import type { ProportionFigure } from '../figures/index.ts'
import { wilsonInterval } from '../statistics/index.ts'
import { sizeOf, type Unit } from './unit.ts'

/** Below this denominator a share says more about chance than about the work, and is not shown. */
const smallestDenominator = 10

/** A share with its Wilson 95 % interval, and how many are missing. */
export function proportionFigure(units: readonly Unit[]): ProportionFigure {
  let numerator = 0
  let denominator = 0
  let missing = 0
  for (const unit of units) {
    const size = sizeOf(unit)
    if (unit.part === 'missing') missing += size
    else denominator += size
    if (unit.part === 'numerator') numerator += size
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
