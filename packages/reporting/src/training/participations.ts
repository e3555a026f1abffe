import type { Participation, TrainingSheet } from '@sathi/domain'
import { notRecorded } from '../cases/index.ts'
import { isInPeriod, type Reading, type SubjectUnit } from '../counting/index.ts'

/** Whoever attended at least this share of a course has completed it. */
export const completedShare = 0.8

type Audience = NonNullable<TrainingSheet['course']>['audience']

/** The participations in courses that ended in the period, each as the unit that `look` makes of it. */
export function participationUnits(
  { book, period }: Reading,
  look: (participation: Participation) => Omit<SubjectUnit, 'subject' | 'group' | 'training'> | undefined,
): SubjectUnit[] {
  const units: SubjectUnit[] = []
  for (const [subject, { course, participations = [] }] of book.training) {
    if (course === undefined || !isInPeriod(course.endsOn, period)) continue
    for (const participation of participations) {
      const unit = look(participation)
      if (unit === undefined) continue
      const training = groupsOfParticipation(participation, course.audience)
      units.push({ ...unit, subject, group: course.audience, training })
    }
  }
  return units
}

function groupsOfParticipation([, , agency, gender]: Participation, audience: Audience) {
  return { audience, gender: gender ?? notRecorded, agency: agency ?? notRecorded }
}
