import { dayNumber } from './day-number.ts'
import type { Fact } from './effective-rows.ts'
import type { Programme } from './programme.ts'
import { cell } from './row.ts'

export const AUDIENCES = ['aftercare_stakeholder', 'bgb', 'police', 'other'] as const
export type Audience = (typeof AUDIENCES)[number]
export const INTERVIEWEES = ['survivor', 'staff', 'stakeholder'] as const

/** One participation in a course that ended in the period. Scores are null where not recorded. */
export type Participation = {
  participant: string
  audience: string
  gender: string
  agency: string
  completed: boolean
  pre: number | null
  post: number | null
}

/** What the indicators of training, identification, changes and studies count in a period. */
export type TrainingUnits = {
  participations: Participation[]
  V1: string[]
  V0: string[]
  trainedDays: number
  untrainedDays: number
  V3: (boolean | null)[]
  S1: { substantiated: boolean }[]
  N1: string[]
}

/** Counts the indicators whose subject is not a case, participation by participation and officer-day by officer-day. */
export function slowTrainingUnits(programme: Programme): TrainingUnits {
  const { facts, inPeriod, to } = programme
  const courses = facts('course_held').map(({ row }) => ({
    code: cell(row, 'course_code'),
    audience: cell(row, 'audience'),
    endsOn: dayNumber(cell(row, 'ends_on')),
  }))
  const attendances = facts('course_participant').flatMap(({ row }) =>
    courses
      .filter((course) => course.code === cell(row, 'course_code'))
      .map((course) => ({ row, course, completed: Number(cell(row, 'attended')) >= 0.8 })),
  )
  const participations = attendances
    .filter(({ course }) => inPeriod(course.endsOn))
    .map(({ row, course, completed }) => ({
      participant: cell(row, 'participant_code'),
      audience: course.audience,
      gender: cell(row, 'gender') || 'not_recorded',
      agency: cell(row, 'agency_code') || 'not_recorded',
      completed,
      pre: numberOrNull(cell(row, 'pre_score')),
      post: numberOrNull(cell(row, 'post_score')),
    }))

  const trainedFrom = attendances
    .filter(({ course, completed }) => course.audience === 'bgb' && completed)
    .map(({ row, course }) => ({ officer: cell(row, 'participant_code'), after: course.endsOn }))
  const isTrained = (officer: string, day: number) =>
    trainedFrom.some((training) => training.officer === officer && training.after < day)

  const identified = facts('screening_done').filter(
    (fact) =>
      inPeriod(fact.day) &&
      cell(fact.row, 'agency') === 'bgb' &&
      cell(fact.row, 'result') === 'presumed_victim' &&
      facts('screening_referred').some(
        (referral) =>
          cell(referral.row, 'screening_code') === cell(fact.row, 'screening_code') &&
          fact.day <= referral.day &&
          referral.day <= to,
      ),
  )
  const codes = (screenings: Fact[]) => [
    ...new Set(screenings.map((fact) => cell(fact.row, 'screening_code'))),
  ]
  const byTrained = (fact: Fact) => isTrained(cell(fact.row, 'officer_code'), fact.day)
  const V1 = codes(identified.filter(byTrained))
  const V0 = codes(identified.filter((fact) => !byTrained(fact)))

  return {
    participations,
    V1,
    V0,
    ...officerDays(programme, isTrained),
    V3: V1.map((code) => {
      const finding = facts('screening_confirmed')
        .filter((fact) => cell(fact.row, 'screening_code') === code && fact.day <= to)
        .map((fact) => cell(fact.row, 'finding'))
        .findLast((found) => found === 'confirmed' || found === 'not_confirmed')
      return finding === undefined ? null : finding === 'confirmed'
    }),
    S1: [...Map.groupBy(facts('change_harvested'), (fact) => cell(fact.row, 'change_code'))]
      .filter(([, statements]) => {
        const last = statements.findLast((fact) => fact.day <= to)
        return last !== undefined && ['agreed', 'substantiated'].includes(cell(last.row, 'status'))
      })
      .map(([code]) => ({
        substantiated: facts('change_substantiated').some(
          ({ row, day }) =>
            cell(row, 'change_code') === code &&
            day <= to &&
            cell(row, 'verifier_independent') === 'yes' &&
            ['fully', 'partly'].includes(cell(row, 'agrees')),
        ),
      })),
    N1: facts('study_interview')
      .filter((fact) => inPeriod(fact.day))
      .map((fact) => cell(fact.row, 'interviewee')),
  }
}

/** Walks each officer through each day of the period: on a day at a bgb post she counts once. */
function officerDays(programme: Programme, isTrained: (officer: string, day: number) => boolean) {
  const bgbPosts = programme
    .facts('post_registered')
    .filter((fact) => cell(fact.row, 'agency') === 'bgb')
    .map((fact) => cell(fact.row, 'post_code'))
  const rosters = programme
    .facts('post_roster')
    .filter(({ row }) => bgbPosts.includes(cell(row, 'post_code')))
    .map(({ row }) => ({
      officer: cell(row, 'officer_code'),
      from: dayNumber(cell(row, 'from')),
      to: cell(row, 'to') === '' ? programme.to : dayNumber(cell(row, 'to')),
    }))
  let trainedDays = 0
  let untrainedDays = 0
  for (const [officer, theirs] of Map.groupBy(rosters, (roster) => roster.officer)) {
    for (const day of programme.days) {
      if (!theirs.some((roster) => roster.from <= day && day <= roster.to)) continue
      if (isTrained(officer, day)) trainedDays += 1
      else untrainedDays += 1
    }
  }
  return { trainedDays, untrainedDays }
}

function numberOrNull(text: string): number | null {
  return text === '' ? null : Number(text)
}
