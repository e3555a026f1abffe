import { dayNumber } from './day-number.ts'
import { effectiveRows, type Fact } from './effective-rows.ts'
import { cell, type Span, type Tables } from './row.ts'

/** What stands in a line list, and the period asked about, as the definitions of the indicators read them. */
export type Programme = {
  from: number
  to: number
  /** Every day of the period. */
  days: number[]
  caseCodes: string[]
  /** All facts of a kind that stand, in time order. */
  facts: (kind: string) => Fact[]
  /** The facts of a kind about one case, in time order. */
  factsOf: (kind: string, caseCode: string) => Fact[]
  /** The aftercare enrolment of a case that is open on a day. */
  enrolmentOn: (caseCode: string, day: number) => Fact | undefined
  /** The enrolments of a case that count (one a day), with intensity intensive, in time order. */
  intensiveEnrolments: (caseCode: string) => Fact[]
  inPeriod: (day: number) => boolean
}

/** Reads a line list once; `during` gives the same programme asked about another period. */
export function readProgramme(tables: Tables): { during: (period: Span) => Programme } {
  const byKind = new Map(Object.entries(tables).map(([kind, rows]) => [kind, effectiveRows(rows)]))
  const facts = (kind: string) => byKind.get(kind) ?? []
  const byCase = new Map<string, Map<string, Fact[]>>()
  const factsOf = (kind: string, caseCode: string): Fact[] => {
    let ofKind = byCase.get(kind)
    if (ofKind === undefined) {
      ofKind = Map.groupBy(facts(kind), (fact) => cell(fact.row, 'case_code'))
      byCase.set(kind, ofKind)
    }
    return ofKind.get(caseCode) ?? []
  }

  // Facts stand in time order, so the last of a day is the one with the greater row_id.
  const enrolmentsThatCount = (caseCode: string): Fact[] => {
    const enrolments = factsOf('aftercare_enrolled', caseCode)
    return enrolments.filter((one, i) => enrolments[i + 1]?.day !== one.day)
  }
  const enrolmentOn = (caseCode: string, day: number): Fact | undefined => {
    const latest = enrolmentsThatCount(caseCode).findLast((one) => one.day <= day)
    if (latest === undefined) return undefined
    const over = factsOf('aftercare_ended', caseCode).some((end) => latest.day < end.day && end.day < day)
    return over ? undefined : latest
  }
  const intensiveEnrolments = (caseCode: string) =>
    enrolmentsThatCount(caseCode).filter((one) => cell(one.row, 'intensity') === 'intensive')

  const caseCodes = facts('case_opened').map((opened) => cell(opened.row, 'case_code'))
  const during = (period: Span): Programme => {
    const from = dayNumber(period.from)
    const to = dayNumber(period.to)
    const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
    const inPeriod = (day: number) => from <= day && day <= to
    return { from, to, days, caseCodes, facts, factsOf, enrolmentOn, intensiveEnrolments, inPeriod }
  }
  return { during }
}
