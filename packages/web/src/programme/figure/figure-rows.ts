import { type Figure, type IndicatorId, indicatorWords } from '@sathi/reporting/figures'
import type { Speech } from '../../language/index.ts'
import type { FigureRow } from './figure-table.tsx'
import { ownGroupWords } from './own-group-words.ts'
import { plainFigures } from './read-figure.ts'

/** The rows of one indicator: one, or the whole and each of its own groups; `only` keeps some groups and their order. */
export function figureRows(
  speech: Speech,
  indicator: IndicatorId,
  figure: Figure,
  only?: readonly string[],
): FigureRow[] {
  const name = speech.word(indicatorWords[indicator].name)
  const rows = plainFigures(figure).map(({ group, figure: plain }) => ({
    indicator,
    group,
    figure: plain,
    name:
      figure.shape === 'grouped' && group !== undefined
        ? speech.say('figure.ofGroup', { name, group: ownGroupWords(speech, figure.by, group) })
        : name,
  }))
  if (only === undefined) return rows
  return only.flatMap((wanted) => rows.filter(({ group }) => group === wanted))
}
