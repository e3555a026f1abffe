import { caseDimensions, type Dimension, trainingDimensions } from '@sathi/reporting/figures'

const dimensions: readonly string[] = [...caseDimensions, ...trainingDimensions]

/** By what the address asks to break a figure down; nothing when it names no such thing. */
export function readBreakdown(search: Readonly<Record<string, unknown>>): { by?: Dimension } {
  return isDimension(search.by) ? { by: search.by } : {}
}

export function isDimension(value: unknown): value is Dimension {
  return typeof value === 'string' && dimensions.includes(value)
}
