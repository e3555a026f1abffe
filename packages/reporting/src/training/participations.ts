import type { Participation, SubjectId, TrainingSheet } from '@sathi/domain'
import { notRecorded } from '../cases/index.ts'
import {
  isInPeriod,
  noUnits,
  oncePerBook,
  type Reading,
  type SubjectUnit,
  type Unit,
} from '../counting/index.ts'

/** Whoever attended at least this share of a course has completed it. */
export const completedShare = 0.8

/** Finds the units that `look` makes of the participations in courses that ended in the period. */
export function participationUnits(
  look: (participation: Participation) => Unit | undefined,
): (reading: Reading) => SubjectUnit[] {
  const unitsByCourse = oncePerBook((book) => {
    return Array.from(book.training, ([subject, sheet]) => ({
      endsOn: sheet.course?.endsOn,
      units: unitsOfCourse(subject, sheet, look),
    }))
  })
  return ({ book, period }) => {
    return unitsByCourse(book).flatMap(({ endsOn, units }) => {
      return endsOn !== undefined && isInPeriod(endsOn, period) ? units : noUnits
    })
  }
}

function unitsOfCourse(
  subject: SubjectId,
  { course, participations = [] }: TrainingSheet,
  look: (participation: Participation) => Unit | undefined,
): readonly SubjectUnit[] {
  if (course === undefined) return noUnits
  const { audience } = course
  return participations.flatMap((participation): readonly SubjectUnit[] => {
    const unit = look(participation)
    const [, , agency, gender] = participation
    const training = { audience, gender: gender ?? notRecorded, agency: agency ?? notRecorded }
    return unit === undefined ? noUnits : [{ ...unit, subject, group: audience, training }]
  })
}
