import { headlineIds, type IndicatorId, type Report } from '@sathi/reporting/figures'
import { type NamedFigure, namedFigures } from './named-figures.ts'

/** The people whose training the headline table tells of. */
const headlineAudiences: readonly (string | undefined)[] = ['aftercare_stakeholder', 'bgb', 'police']

/** The figures of the headline table in its order; of those trained, the three audiences. */
export function headlineFigures({ figures }: Report): { id: IndicatorId; named: NamedFigure[] }[] {
  return headlineIds.map((id) => {
    const named = namedFigures(figures[id])
    return { id, named: id === 'K1' ? named.filter(({ group }) => headlineAudiences.includes(group)) : named }
  })
}
