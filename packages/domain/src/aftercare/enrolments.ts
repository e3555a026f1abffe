import {
  type CodeOf,
  type DayNumber,
  type EntryId,
  type Fact,
  type OpenOf,
  recorded,
} from '../journal/index.ts'
import type { aftercareKinds, aftercareLists } from './kinds.ts'

/** A time in aftercare, both days included; without `to` it is open. */
export type Enrolment = {
  readonly id: EntryId
  readonly from: DayNumber
  readonly to?: DayNumber
  readonly intensity: CodeOf<typeof aftercareLists.intensities>
  /** User code of the caseworker who stands beside her during this enrolment. */
  readonly caseworker: string
}

/**
 * The enrolments of a case, first to last, never two on one day (AFT-1 to AFT-4). An enrolment runs to the first later
 * day with an `aftercare_ended`, that day included, or to the day before the next enrolment.
 */
export function enrolmentsOf(
  enrolled: readonly Fact<OpenOf<typeof aftercareKinds.aftercare_enrolled>>[],
  ended: readonly { readonly day: DayNumber }[],
): Enrolment[] {
  const onePerDay = enrolled.filter((fact, index) => enrolled[index + 1]?.day !== fact.day)
  return onePerDay.map((fact, index) => {
    const next = onePerDay[index + 1]
    const dayBeforeNext = next && ((next.day - 1) as DayNumber)
    const end = ended.find((ending) => ending.day > fact.day)?.day
    const to =
      end !== undefined && (dayBeforeNext === undefined || end <= dayBeforeNext) ? end : dayBeforeNext
    const { intensity, caseworker } = fact.open
    return recorded({ id: fact.id, from: fact.day, to, intensity, caseworker })
  })
}

export function isEnrolledOn(enrolment: Enrolment, day: DayNumber): boolean {
  return enrolment.from <= day && (enrolment.to === undefined || day <= enrolment.to)
}

/** The enrolment open on a day, its first and last day included. */
export function findEnrolmentOn(enrolments: readonly Enrolment[], day: DayNumber): Enrolment | undefined {
  return enrolments.find((enrolment) => isEnrolledOn(enrolment, day))
}
