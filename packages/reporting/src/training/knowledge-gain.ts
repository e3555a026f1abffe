import { trainingLists } from '@sathi/domain'
import { type BookIndicator, groupedFigure, meanFigure, type Unit } from '../counting/index.ts'
import type { MeanFigure } from '../figures/index.ts'
import { mean } from '../statistics/index.ts'
import { participationUnits } from './participations.ts'

const highestScore = 100

/**
 * K2 Knowledge gain: for every participation in a course that ended in the period, however much of it was attended, the
 * score after less the score before (0 to 100): mean with its 95 % t-interval, and the mean share of what could still be
 * gained, over those below 100 before. Participations without both scores are missing.
 */
export const knowledgeGain: BookIndicator = {
  id: 'K2',
  parts: ['training'],
  breakdown: 'training',
  units: participationUnits(([id, , , , , before, after]) => {
    if (before === null || after === null) return { part: 'missing', entries: [id] }
    const value = after - before
    if (before >= highestScore) return { part: 'counted', entries: [id], value }
    return { part: 'counted', entries: [id], value, normalisedGain: value / (highestScore - before) }
  }),
  figure: (units) =>
    groupedFigure('audience', trainingLists.audiences.codes, units, gainFigure, gainFigure(units)),
  cellFigure: gainFigure,
}

function gainFigure(units: readonly Unit[]): MeanFigure {
  const shares = units.flatMap(({ normalisedGain }) => normalisedGain ?? [])
  return { ...meanFigure(units), normalisedGain: mean(shares), normalisedGainN: shares.length }
}
