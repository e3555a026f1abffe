import type { AftercareSheet, Enrolment, EntryId } from '@sathi/domain'
import { isEnrolledOn } from '@sathi/domain'
import {
  type CaseIndicator,
  isInPeriod,
  noUnits,
  type PeriodDays,
  proportionFigure,
  type Unit,
} from '../counting/index.ts'

/**
 * A3 Same worker: of the follow-ups in the period that reached the survivor while she was in aftercare, the share made
 * by the caseworker of that enrolment. Follow-ups whose author is not recorded are missing.
 */
export const sameWorker: CaseIndicator = {
  id: 'A3',
  units: ({ aftercare }, period) => {
    const { followUps, enrolments } = aftercare ?? {}
    if (followUps === undefined || enrolments === undefined) return noUnits
    return enrolments.flatMap((enrolment) => unitsOfEnrolment(enrolment, followUps, period))
  },
  figure: proportionFigure,
}

function unitsOfEnrolment(
  enrolment: Enrolment,
  followUps: NonNullable<AftercareSheet['followUps']>,
  period: PeriodDays,
): readonly Unit[] {
  if (enrolment.from > period.to || (enrolment.to !== undefined && enrolment.to < period.from)) return noUnits
  const byPart = { numerator: [] as EntryId[], denominator: [] as EntryId[], missing: [] as EntryId[] }
  for (const followUp of followUps) {
    const day = followUp[1]
    if (followUp[2] !== 'survivor' || !isInPeriod(day, period) || !isEnrolledOn(enrolment, day)) continue
    const [id, , , , author] = followUp
    const part = author === null ? 'missing' : author === enrolment.caseworker ? 'numerator' : 'denominator'
    byPart[part].push(id)
  }
  return (['numerator', 'denominator', 'missing'] as const).flatMap((part) => {
    return byPart[part].length === 0 ? [] : [{ part, entries: [enrolment.id], each: byPart[part] }]
  })
}
