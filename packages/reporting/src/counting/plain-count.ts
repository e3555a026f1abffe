import type { CountFigure } from '../figures/index.ts'
import { poissonInterval } from '../statistics/index.ts'
import { sizeOf, type Unit } from './unit.ts'

/** How many there are: units with one code are one thing. A count of nothing says how many there might have been. */
export function plainCount(units: readonly Unit[]): CountFigure {
  const value = countOf(units)
  return { shape: 'count', value, high: value === 0 ? poissonInterval(0).high : null }
}

/** How many counted things there are among the units. */
export function countOf(units: readonly Unit[]): number {
  const codes = new Set<string>()
  let withoutCode = 0
  for (const unit of units) {
    if (unit.part !== 'counted') continue
    if (unit.code === undefined) withoutCode += sizeOf(unit)
    else codes.add(unit.code)
  }
  return withoutCode + codes.size
}
