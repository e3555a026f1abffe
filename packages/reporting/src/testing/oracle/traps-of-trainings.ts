import { dayNumber } from './day-number.ts'
import type { Fact } from './effective-rows.ts'
import { by, count, is, type Opened, type Traps } from './opened-list.ts'
import { cell } from './row.ts'

/** Participation in courses. */
export function courseTraps({ programme, trainings }: Opened): Traps {
  const participations = programme.facts('course_participant')
  const held = new Set(programme.facts('course_held').map(({ row }) => cell(row, 'course_code')))
  const twice = by(participations, 'course_code', 'participant_code').filter((run) => run.length > 1)
  const share = ({ row }: Fact) => Number(cell(row, 'attended'))
  return {
    'a participant twice in a course': twice.length,
    'attendance split between two rows': count(
      twice,
      (run) => run.every((one) => share(one) < 0.8) && run.reduce((sum, one) => sum + share(one), 0) >= 0.8,
    ),
    'attendance of exactly 0.8': count(participations, (one) => share(one) === 0.8),
    'attendance just below 0.8': count(participations, (one) => share(one) === 0.79),
    'a participant of several courses': count(
      by(participations, 'participant_code'),
      (run) => by(run, 'course_code').length > 1,
    ),
    'a participant of a course that was not held': count(
      participations,
      ({ row }) => !held.has(cell(row, 'course_code')),
    ),
    'a participation without a score': count(
      trainings.participations,
      (one) => one.pre === null || one.post === null,
    ),
    'a participation that began at 100': count(
      trainings.participations,
      (one) => one.pre === 100 && one.post !== null,
    ),
    'scores of somebody who left early': count(
      trainings.participations,
      (one) => !one.completed && one.pre !== null && one.post !== null,
    ),
    'a participant without gender or agency': count(
      trainings.participations,
      (one) => one.gender === 'not_recorded' || one.agency === 'not_recorded',
    ),
    'a participant under two genders': count(
      by(participations, 'participant_code'),
      (run) => by(run, 'gender').length > 1,
    ),
    'a course that ends in the period and began before': count(
      programme.facts('course_held'),
      ({ row }) =>
        dayNumber(cell(row, 'starts_on')) < programme.from &&
        programme.inPeriod(dayNumber(cell(row, 'ends_on'))),
    ),
  }
}

/** Screenings, referrals and findings. */
export function screeningTraps({ programme, trainings }: Opened): Traps {
  const { facts, inPeriod, to } = programme
  const screened = facts('screening_done').filter(
    (fact) => inPeriod(fact.day) && is('agency', 'bgb')(fact) && is('result', 'presumed_victim')(fact),
  )
  const of = (kind: string, fact: Fact) =>
    facts(kind).filter(is('screening_code', cell(fact.row, 'screening_code')))
  const referrals = screened.map((fact) => ({
    fact,
    days: of('screening_referred', fact).map(({ day }) => day),
  }))
  const endOf = (code: string) => facts('course_held').find(is('course_code', code))
  const findings = screened.map((fact) => of('screening_confirmed', fact))
  const codesOf = (run: Fact[]) => run.map(({ row }) => cell(row, 'finding'))
  return {
    'a screening on the day a course ended': count(screened, (fact) =>
      facts('course_participant')
        .filter(is('participant_code', cell(fact.row, 'officer_code')))
        .some(({ row }) => {
          const course = endOf(cell(row, 'course_code'))
          return course !== undefined && dayNumber(cell(course.row, 'ends_on')) === fact.day
        }),
    ),
    'identified by a trained officer': trainings.V1.length,
    'identified by an untrained officer': trainings.V0.length,
    'referred before the screening alone': count(
      referrals,
      ({ fact, days }) => days.length > 0 && days.every((day) => day < fact.day),
    ),
    'referred after the period alone': count(
      referrals,
      ({ days }) => days.length > 0 && days.every((day) => day > to),
    ),
    'referred several times': count(referrals, ({ days }) => days.length > 1),
    'never referred': count(referrals, ({ days }) => days.length === 0),
    'a finding that changes': count(findings, (run) => new Set(codesOf(run)).size > 1),
    'a finding unknown after it was known': count(
      findings,
      (run) =>
        run.length > 1 &&
        codesOf(run).at(-1) === 'unknown' &&
        codesOf(run).some((code) => code !== 'unknown'),
    ),
    'a finding after the period': count(findings, (run) => run.some(({ day }) => day > to)),
    'a finding missing': count(trainings.V3, (finding) => finding === null),
    'a screening written down twice': count(by(screened, 'screening_code'), (run) => run.length > 1),
    'another agency than bgb': count(facts('screening_done'), is('agency', 'police', 'other')),
  }
}

/** Officers at their posts. */
export function rosterTraps({ programme, trainings }: Opened): Traps {
  const { facts, from, to, inPeriod } = programme
  const rosters = facts('post_roster').map(({ row }) => ({
    officer: cell(row, 'officer_code'),
    post: facts('post_registered').find(is('post_code', cell(row, 'post_code'))),
    isOpen: cell(row, 'to') === '',
    from: dayNumber(cell(row, 'from')),
    to: cell(row, 'to') === '' ? to : dayNumber(cell(row, 'to')),
  }))
  const atBgb = rosters.filter(({ post }) => post !== undefined && is('agency', 'bgb')(post))
  return {
    'two rosters of an officer on one day': count(atBgb, (one) =>
      atBgb.some(
        (other) =>
          other !== one &&
          other.officer === one.officer &&
          Math.max(one.from, other.from, from) <= Math.min(one.to, other.to, to),
      ),
    ),
    'a roster beyond the period': count(atBgb, (one) => one.from < from || one.to > to),
    'a roster without an end': count(atBgb, (one) => one.isOpen),
    'a roster that ends before it begins': count(atBgb, (one) => one.to < one.from && !one.isOpen),
    'a roster of one day': count(atBgb, (one) => one.to === one.from && inPeriod(one.from)),
    'a roster of an unregistered post': count(rosters, ({ post }) => post === undefined),
    'a roster of a police post': count(
      rosters,
      ({ post }) => post !== undefined && is('agency', 'police')(post),
    ),
    'days at the post by both trained and untrained':
      trainings.trainedDays > 0 && trainings.untrainedDays > 0,
    'no day at a post': trainings.trainedDays + trainings.untrainedDays === 0,
    'an officer who screens and stands on no roster': count(
      facts('screening_done'),
      ({ row }) => !rosters.some(({ officer }) => officer === cell(row, 'officer_code')),
    ),
  }
}

/** Changes in the system. */
export function changeTraps({ programme, trainings }: Opened): Traps {
  const { to } = programme
  const changes = by(programme.facts('change_harvested'), 'change_code')
  const isSupport = (fact: Fact) =>
    is('verifier_independent', 'yes')(fact) && is('agrees', 'fully', 'partly')(fact)
  const verdicts = by(programme.facts('change_substantiated'), 'change_code')
  const isIn = (fact: Fact | undefined) => fact !== undefined && is('status', 'agreed', 'substantiated')(fact)
  return {
    'a change rejected after it was agreed': count(
      changes,
      (run) =>
        run.some(isIn) &&
        is('status', 'rejected')(run.filter(({ day }) => day <= to).at(-1) ?? (run[0] as Fact)),
    ),
    'a change agreed after the period alone': count(
      changes,
      (run) => !run.some((fact) => fact.day <= to && isIn(fact)) && run.some(isIn),
    ),
    'a change agreed, then rejected after the period': count(
      changes,
      (run) =>
        isIn(run.filter(({ day }) => day <= to).at(-1)) && run.some((fact) => fact.day > to && !isIn(fact)),
    ),
    'substantiated after the period': count(verdicts, (run) =>
      run.some((fact) => fact.day > to && isSupport(fact)),
    ),
    'substantiated, disagreed with later': count(verdicts, (run) => {
      const supported = run.findIndex(isSupport)
      return supported >= 0 && run.slice(supported).some(is('agrees', 'no'))
    }),
    'substantiated by somebody not independent alone': count(verdicts, (run) =>
      run.every(is('verifier_independent', 'no')),
    ),
    'a change that counts': trainings.S1.length,
  }
}
