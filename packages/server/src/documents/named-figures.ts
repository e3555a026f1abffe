import type { Figure, PlainFigure } from '@sathi/reporting/figures'

/** A plain figure: the indicator's own, or that of one of its groups. */
export type NamedFigure = { readonly group: string | undefined; readonly figure: PlainFigure }

/** The plain figures in a figure: itself, or the whole where it has one and then each group. */
export function namedFigures(figure: Figure): NamedFigure[] {
  if (figure.shape !== 'grouped') return [{ group: undefined, figure }]
  const groups = Object.entries(figure.groups).map(([group, plain]) => ({ group, figure: plain }))
  return figure.whole === null ? groups : [{ group: undefined, figure: figure.whole }, ...groups]
}
