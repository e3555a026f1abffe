import { evaluationLists } from '@sathi/domain'
import {
  type BookIndicator,
  groupedFigure,
  isInPeriod,
  plainCount,
  type SubjectUnit,
} from '../counting/index.ts'

const interviewees = evaluationLists.interviewees.codes

/** N1 Interviews for studies: how many interviews were held in the period, by who was asked. */
export const studyInterviews: BookIndicator = {
  id: 'N1',
  parts: ['studies'],
  units: ({ book, period }) => {
    const units: SubjectUnit[] = []
    for (const [subject, { interviews = [] }] of book.studies) {
      for (const [id, day, group] of interviews) {
        if (isInPeriod(day, period)) units.push({ part: 'counted', subject, entries: [id], group })
      }
    }
    return units
  },
  figure: (units) => groupedFigure('interviewee', interviewees, units, plainCount, plainCount(units)),
}
