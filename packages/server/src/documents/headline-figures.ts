import { headlineAudiences, headlineIds, type IndicatorId, type Report } from '@sathi/reporting/figures'
import { type NamedFigure, namedFigures } from './named-figures.ts'

const audiences: readonly (string | undefined)[] = headlineAudiences

/** The figures of the headline table in its order; of those trained, the three audiences. */
export function headlineFigures({ figures }: Report): { id: IndicatorId; named: NamedFigure[] }[] {
  return headlineIds.map((id) => {
    const named = namedFigures(figures[id])
    return { id, named: id === 'K1' ? named.filter(({ group }) => audiences.includes(group)) : named }
  })
}
