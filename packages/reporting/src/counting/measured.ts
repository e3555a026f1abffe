import { sizeOf, type Unit } from './unit.ts'

/** The measured values of the counted units. */
export function measuredValues(units: readonly Unit[]): number[] {
  const values: number[] = []
  for (const { part, value } of units) if (part === 'counted' && value !== undefined) values.push(value)
  return values
}

export function missingAmong(units: readonly Unit[]): number {
  let missing = 0
  for (const unit of units) if (unit.part === 'missing') missing += sizeOf(unit)
  return missing
}
