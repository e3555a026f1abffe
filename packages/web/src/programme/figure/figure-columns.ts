import type { PlainFigure } from '@sathi/reporting/figures'
import { readFigure } from './read-figure.ts'

/** Which columns a table of figures needs: counts alone are out of nothing, and nothing of them is missing. */
export type FigureColumns = { readonly outOf: boolean; readonly missing: boolean }

export function figureColumns(figures: readonly PlainFigure[]): FigureColumns {
  const readings = figures.map(readFigure)
  return {
    outOf: readings.some(({ outOf, exposure }) => outOf !== undefined || exposure !== undefined),
    missing: readings.some(({ missing }) => missing !== undefined),
  }
}
