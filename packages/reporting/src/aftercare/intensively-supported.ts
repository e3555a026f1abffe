import type { Enrolment } from '@sathi/domain'
import {
  type CaseIndicator,
  type CaseSheet,
  noUnits,
  type PeriodDays,
  plainCount,
} from '../counting/index.ts'

/**
 * A1 Intensively supported: how many survivors were in intensive aftercare on at least one day of the period. An
 * enrolment runs from its day to the first later end, both days included, or to the day before the next enrolment.
 */
export const intensivelySupported: CaseIndicator = {
  id: 'A1',
  units: (sheet, period) => {
    const enrolments = intensiveEnrolmentsIn(sheet, period)
    return enrolments.length === 0 ? noUnits : [{ part: 'counted', entries: enrolments.map(({ id }) => id) }]
  },
  figure: plainCount,
}

/** The intensive enrolments that overlap the period, first to last. A case that has one is a case of A1. */
export function intensiveEnrolmentsIn({ aftercare }: CaseSheet, period: PeriodDays): readonly Enrolment[] {
  const enrolments = aftercare?.enrolments
  if (enrolments === undefined) return noUnits
  let found: Enrolment[] | undefined
  for (const enrolment of enrolments) {
    const { intensity, from, to } = enrolment
    if (intensity !== 'intensive' || from > period.to || (to !== undefined && to < period.from)) continue
    found ??= []
    found.push(enrolment)
  }
  return found ?? noUnits
}
