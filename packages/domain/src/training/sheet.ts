import {
  type CodeOf,
  type DayNumber,
  dayNumberOf,
  type EntryId,
  recorded,
  sheetPart,
  unlessEmpty,
} from '../journal/index.ts'
import { trainingKinds, type trainingLists } from './kinds.ts'

/**
 * One participation: who (code, agency, gender), what share of the course she or he attended, and the scores before and
 * after, 0 to 100. Null is not recorded.
 */
export type Participation = readonly [
  id: EntryId,
  participant: string,
  agency: string | null,
  gender: string | null,
  attended: number,
  preScore: number | null,
  postScore: number | null,
]

/** A course as last declared. */
export type Course = {
  readonly id: EntryId
  readonly audience: CodeOf<typeof trainingLists.audiences>
  readonly curriculum: string
  readonly startsOn: DayNumber
  readonly endsOn: DayNumber
  readonly district?: string
}

export type TrainingSheet = {
  /** Absent when the course itself is not recorded. */
  readonly course?: Course
  readonly participations?: readonly Participation[]
}

/** A course, who took part, and what they learned (TRA-1, TRA-2). */
export const trainingPart = sheetPart({
  name: 'training',
  subject: 'course',
  kinds: trainingKinds,
  fold: ({ course_held, course_participant }): TrainingSheet => {
    const held = course_held.at(-1)
    return recorded({
      course:
        held &&
        recorded({
          id: held.id,
          audience: held.open.audience,
          curriculum: held.open.curriculum,
          startsOn: dayNumberOf(held.open.starts_on),
          endsOn: dayNumberOf(held.open.ends_on),
          district: held.open.district,
        }),
      participations: unlessEmpty(
        course_participant.map(({ id, open }): Participation => {
          const { participant_code, agency_code, gender, attended, pre_score, post_score } = open
          return [
            id,
            participant_code,
            agency_code ?? null,
            gender ?? null,
            attended,
            pre_score ?? null,
            post_score ?? null,
          ]
        }),
      ),
    })
  },
})
