import type { MeanFigure } from '../figures/index.ts'
import { tInterval } from '../statistics/index.ts'
import { measuredValues, missingAmong } from './measured.ts'
import type { Unit } from './unit.ts'

/** A mean change with its 95 % t-interval. */
export function meanFigure(units: readonly Unit[]): MeanFigure {
  const { n, mean, low, high } = tInterval(measuredValues(units))
  return { shape: 'mean', n, missing: missingAmong(units), mean, low, high }
}
