import { sum } from './sum.ts'

/** The arithmetic mean of the values, in their unit; null of no values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length
}
