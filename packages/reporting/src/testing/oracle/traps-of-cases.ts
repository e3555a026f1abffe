import { dayNumber } from './day-number.ts'
import type { Fact } from './effective-rows.ts'
import { by, count, gapIs, is, type Opened, pairs, type Traps } from './opened-list.ts'
import { cell, cellValues } from './row.ts'
import { QUESTIONS } from './slow-case-units.ts'

/** What a case is, and its way home. */
export function caseTraps({ programme, cases }: Opened): Traps {
  const opened = programme.facts('case_opened')
  const bands: Record<string, [number, number]> = { '0-11': [0, 11], '12-14': [12, 14], '15-17': [15, 17] }
  return {
    'several types of exploitation': count(
      opened,
      ({ row }) => cellValues(row, 'type_of_exploitation').length > 1,
    ),
    'no type of exploitation': count(
      opened,
      ({ row }) => cellValues(row, 'type_of_exploitation').length === 0,
    ),
    'age and age band disagree': count(opened, ({ row }) => {
      const band = bands[cell(row, 'age_band')]
      const age = Number(cell(row, 'age'))
      return cell(row, 'age') !== '' && band !== undefined && (age < band[0] || age > band[1])
    }),
    'an age of 0': count(opened, is('age', '0')),
    'neither age nor age band': count(opened, (fact) => is('age', '')(fact) && is('age_band', '')(fact)),
    'no home district': count(opened, is('home_district', '')),
    'days home below zero': count(cases.R2, ({ value }) => value !== null && value < 0),
    'days home of 147': count(cases.R2, ({ value }) => value === 147),
    'days home of 148': count(cases.R2, ({ value }) => value === 148),
    'home without a start': count(cases.R2, ({ value }) => value === null),
    'home from a shelter alone': count(cases.R2, ({ value, cases: [code = ''] }) => {
      const stages = programme.factsOf('repatriation_stage', code)
      return value !== null && !stages.some(is('stage', 'rescued_or_detained'))
    }),
    'home for the first time before the period': count(programme.caseCodes, (code) => {
      const home = programme
        .factsOf('repatriation_stage', code)
        .filter(is('stage', 'family_reunion', 'alternative_placement'))
      return (
        (home[0]?.day ?? programme.from) < programme.from && home.some(({ day }) => programme.inPeriod(day))
      )
    }),
    'a handover twice in the period': count(programme.caseCodes, (code) => {
      const handovers = programme.factsOf('repatriation_stage', code).filter(is('stage', 'handover'))
      return count(handovers, ({ day }) => programme.inPeriod(day)) > 1
    }),
    'approved but not accepted': count(
      programme.facts('graduation_decided'),
      (fact) => is('approved', 'yes')(fact) && is('accepted_by_survivor', 'no')(fact),
    ),
  }
}

/** Enrolments, follow-ups and verified contact. */
export function enrolmentTraps({ programme, cases }: Opened): Traps {
  const { from, to, caseCodes, factsOf, facts, enrolmentOn, inPeriod } = programme
  const enrolments = (code: string) => factsOf('aftercare_enrolled', code)
  const ends = (code: string) => factsOf('aftercare_ended', code)
  const followUps = facts('follow_up')
  const supported = cases.A1.map((unit) => unit.cases[0] ?? '')
  const late = (fact: Fact) => fact.day - dayNumber(cell(fact.row, 'due_on'))
  const due = followUps.filter(({ row }) => cell(row, 'due_on') !== '')
  const reached = followUps.filter((fact) => inPeriod(fact.day) && is('reached', 'survivor')(fact))
  const contacts = (code: string) =>
    factsOf('follow_up', code).filter(
      (fact) => is('reached', 'survivor', 'trusted_person')(fact) && inPeriod(fact.day),
    )
  return {
    'two enrolments on one day': count(caseCodes, (code) => pairs(enrolments(code)).some(gapIs(0))),
    'two enrolments of different intensity on one day': count(caseCodes, (code) =>
      pairs(enrolments(code)).some(
        ([a, b]) => a.day === b.day && cell(a.row, 'intensity') !== cell(b.row, 'intensity'),
      ),
    ),
    'an enrolment ended the day it began': count(caseCodes, (code) =>
      enrolments(code).some((one) => ends(code).some((end) => end.day === one.day)),
    ),
    'an enrolment that begins the day after another': count(caseCodes, (code) =>
      pairs(enrolments(code)).some(gapIs(1)),
    ),
    'an enrolment never ended': count(supported, (code) => ends(code).length === 0),
    'light between two intensive ones': count(caseCodes, (code) => {
      const run = enrolments(code)
        .map(({ row }) => cell(row, 'intensity'))
        .join(' ')
      return run.includes('intensive light intensive')
    }),
    'an end on the first day of the period': count(caseCodes, (code) =>
      ends(code).some(({ day }) => day === from),
    ),
    'an end on the last day of the period': count(supported, (code) =>
      ends(code).some(({ day }) => day === to),
    ),
    'an intensive enrolment over before the period, and another in it': count(supported, (code) => {
      const all = programme.intensiveEnrolments(code)
      return all.some((one) => one.day < from) && enrolmentOn(code, from) === undefined
    }),
    'a follow-up without a due date': count(followUps, is('due_on', '')),
    'a follow-up 7 days off': count(due, (fact) => Math.abs(late(fact)) === 7),
    'a follow-up 8 days off': count(due, (fact) => Math.abs(late(fact)) === 8),
    'due in the period, held after it': count(
      due,
      (fact) => inPeriod(dayNumber(cell(fact.row, 'due_on'))) && fact.day > to,
    ),
    'a follow-up without an author': count(reached, is('author', '')),
    'a follow-up outside an enrolment': count(
      reached,
      (fact) => enrolmentOn(cell(fact.row, 'case_code'), fact.day) === undefined,
    ),
    'contacts 90 days apart': count(supported, (code) => pairs(contacts(code)).some(gapIs(90))),
    'contacts 91 days apart': count(supported, (code) => pairs(contacts(code)).some(gapIs(91))),
    'a contact 89 days before the last day': count(supported, (code) =>
      contacts(code).some(({ day }) => day === to - 89),
    ),
    'a contact 90 days before the last day': count(supported, (code) =>
      contacts(code).some(({ day }) => day === to - 90),
    ),
    'verified contact after aftercare ended': count(supported, (code) =>
      contacts(code).some(({ day }) => enrolmentOn(code, day) === undefined),
    ),
  }
}

/** Wellbeing, acceptance, feedback forms, interviews. */
export function measureTraps({ list, programme, cases }: Opened): Traps {
  const who5 = programme.facts('assessment').filter(is('instrument', 'who5'))
  const ofCases = by(who5, 'case_code')
  const changes = cases.W.map(({ value }) => value)
  const byRater = by(programme.facts('acceptance_measured'), 'case_code', 'rater')
  const forms = programme.facts('feedback_given').filter(({ day }) => programme.inPeriod(day))
  const answers = ({ row }: Fact, answer: string) => count([...QUESTIONS], (one) => cell(row, one) === answer)
  const span = (run: Fact[]) => (run.at(-1)?.day ?? 0) - (run[0]?.day ?? 0)
  return {
    'WHO-5 59 days apart': count(ofCases, (run) => span(run) === 59),
    'WHO-5 60 days apart': count(ofCases, (run) => span(run) === 60),
    'WHO-5 tied on the first day': count(
      ofCases,
      (run) => run[1] !== undefined && run[0]?.day === run[1].day,
    ),
    'a baseline before the period': count(ofCases, (run) => (run[0]?.day ?? 0) < programme.from),
    'a WHO-5 after the period': count(ofCases, (run) => (run.at(-1)?.day ?? 0) > programme.to),
    'wellbeing changed by exactly 10': count(changes, (change) => change === 10),
    'wellbeing changed by exactly -10': count(changes, (change) => change === -10),
    'wellbeing changed by a little less than 10': count(changes, (change) => change === 9.9),
    'a supported case without a pair': count(changes, (change) => change === null),
    'another instrument than WHO-5': programme.facts('assessment').length - who5.length,
    'acceptance 59 days apart': count(byRater, (run) => span(run) === 59),
    'acceptance 60 days apart': count(byRater, (run) => span(run) === 60),
    'acceptance by several raters': count(
      by(programme.facts('acceptance_measured'), 'case_code'),
      (run) => by(run, 'rater').length > 1,
    ),
    'a form without an answer': count(forms, (form) => answers(form, 'yes') + answers(form, 'no') === 0),
    'a form with nothing but the service she valued': count(
      forms,
      (form) => answers(form, 'yes') + answers(form, 'no') === 0 && !is('most_valued_service', '')(form),
    ),
    'a form with as many yes as no': count(
      forms,
      (form) => answers(form, 'yes') > 0 && answers(form, 'yes') === answers(form, 'no'),
    ),
    'an interview amended': count(list.tables.study_interview ?? [], (row) => cell(row, 'amends') !== ''),
    'an interview taken back': count(
      list.tables.study_interview ?? [],
      (row) => cell(row, 'retracts') !== '',
    ),
  }
}
