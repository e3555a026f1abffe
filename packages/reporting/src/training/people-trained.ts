import { trainingLists } from '@sathi/domain'
import { type BookIndicator, groupedFigure, plainCount } from '../counting/index.ts'
import { completedShare, participationUnits } from './participations.ts'

/**
 * K1 People trained: how many different people attended at least 80 % of a course that ended in the period, by the
 * course's audience. One such course is enough; shares of several are not added. A person in courses of two audiences
 * counts once in each, and once in the whole.
 */
export const peopleTrained: BookIndicator = {
  id: 'K1',
  parts: ['training'],
  breakdown: 'training',
  units: participationUnits(([id, participant, , , attended]) => {
    return attended < completedShare ? undefined : { part: 'counted', entries: [id], code: participant }
  }),
  figure: (units) =>
    groupedFigure('audience', trainingLists.audiences.codes, units, plainCount, plainCount(units)),
  cellFigure: plainCount,
}
