import { dayNumber } from './day-number.ts'
import { type Fact, inTimeOrder } from './effective-rows.ts'
import type { Programme } from './programme.ts'
import { cell } from './row.ts'

/** One thing that an indicator counts, with the cases it belongs to: what breakdowns split by. */
export type Unit<Value = true> = { cases: string[]; value: Value }

/** Everything the case indicators count in a period; `null` is eligible but without the data. */
export type CaseUnits = {
  R1: Unit[]
  R2: Unit<number | null>[]
  A1: Unit[]
  A2: Unit<boolean>[]
  A3: Unit<boolean | null>[]
  W: Unit<number | null>[]
  E1: Unit<boolean | null>[]
  G1: Unit[]
  T0: Unit<number>[]
  T1: Unit[]
  T2: Unit<boolean>[]
  P1: Unit[]
  C1: Unit[]
  C2: Unit<number | null>[]
  F1: Record<Rater, Unit<number | null>[]>
  Q1: Unit<boolean | null>[]
}
export const RATERS = ['survivor', 'family', 'community'] as const
export type Rater = (typeof RATERS)[number]

/** What the feedback form asks: the fields answered yes or no. */
export const QUESTIONS = [
  'hours_suited',
  'comfortable_with_worker',
  'same_worker',
  'chose_support_person',
  'informed_of_options',
  'i_decided',
  'referred_elsewhere',
  'discreet_access',
  'confidentiality_respected',
  'private_meeting',
  'friendly',
  'open_minded',
  'answered_questions',
  'understandable',
  'enough_time',
  'helpful',
  'feel_better',
  'would_recommend',
] as const

/** Counts the case indicators of indicators.md, fact by fact and day by day. */
export function slowCaseUnits(programme: Programme): CaseUnits {
  const { to, caseCodes, facts, factsOf, enrolmentOn, inPeriod } = programme
  const isIntensive = (enrolment: Fact | undefined) =>
    enrolment !== undefined && cell(enrolment.row, 'intensity') === 'intensive'
  const has =
    (column: string, ...codes: string[]) =>
    (fact: Fact) =>
      codes.includes(cell(fact.row, column))
  const inTime = (fact: Fact) => inPeriod(fact.day)
  const casesWhere = (rule: (caseCode: string) => boolean): Unit[] =>
    caseCodes.filter(rule).map((caseCode) => ({ cases: [caseCode], value: true }))
  const ofOne = <Value>(fact: Fact, value: Value): Unit<Value> => ({
    cases: [cell(fact.row, 'case_code')],
    value,
  })

  const A1 = casesWhere((caseCode) => programme.days.some((day) => isIntensive(enrolmentOn(caseCode, day))))
  const supported = A1.map((unit) => unit.cases[0] as string)
  const forSupported = <Value>(count: (caseCode: string) => Value): Unit<Value>[] =>
    supported.map((caseCode) => ({ cases: [caseCode], value: count(caseCode) }))

  const daysHome = (caseCode: string): Unit<number | null>[] => {
    const stages = factsOf('repatriation_stage', caseCode)
    const home = stages.find(has('stage', 'family_reunion', 'alternative_placement'))
    if (home === undefined || !inTime(home)) return []
    const start = stages.find(has('stage', 'rescued_or_detained')) ?? stages.find(has('stage', 'sheltered'))
    return [{ cases: [caseCode], value: start === undefined ? null : home.day - start.day }]
  }

  const change = (measured: Fact[]): number | null => {
    const first = measured[0]
    const last = measured.findLast((one) => one.day <= to)
    if (first === undefined || last === undefined || last.day - first.day < 60) return null
    return difference(cell(last.row, 'score'), cell(first.row, 'score'))
  }

  const verified = (caseCode: string) =>
    factsOf('follow_up', caseCode).filter(has('reached', 'survivor', 'trusted_person'))
  const verifiedDays = (caseCode: string): number => {
    const contacts = [...programme.intensiveEnrolments(caseCode), ...verified(caseCode)]
    const enrolment = programme.days.map((day) => enrolmentOn(caseCode, day)).find(isIntensive)
    return programme.days.filter((day) => {
      if (enrolment === undefined || day < enrolment.day) return false
      return contacts.some((contact) => contact.day <= day && day - contact.day <= 90)
    }).length
  }

  return {
    R1: casesWhere((code) =>
      factsOf('repatriation_stage', code).filter(inTime).some(has('stage', 'handover')),
    ),
    R2: caseCodes.flatMap(daysHome),
    A1,
    A2: facts('follow_up')
      .filter((fact) => cell(fact.row, 'due_on') !== '' && inPeriod(dayNumber(cell(fact.row, 'due_on'))))
      .map((fact) => {
        const away = Math.abs(fact.day - dayNumber(cell(fact.row, 'due_on')))
        return ofOne(fact, cell(fact.row, 'reached') === 'survivor' && away <= 7)
      }),
    A3: facts('follow_up')
      .filter((fact) => inTime(fact) && cell(fact.row, 'reached') === 'survivor')
      .flatMap((fact) => {
        const enrolment = enrolmentOn(cell(fact.row, 'case_code'), fact.day)
        if (enrolment === undefined) return []
        const author = cell(fact.row, 'author')
        return [ofOne(fact, author === '' ? null : author === cell(enrolment.row, 'caseworker'))]
      }),
    W: forSupported((code) => change(factsOf('assessment', code).filter(has('instrument', 'who5')))),
    E1: slowBusinesses(programme),
    G1: casesWhere((code) =>
      factsOf('graduation_decided', code)
        .filter(inTime)
        .some((fact) => has('approved', 'yes')(fact) && has('accepted_by_survivor', 'yes')(fact)),
    ),
    T0: forSupported(verifiedDays),
    T1: groups(facts('retrafficking_reported'), 'incident_id').flatMap((reports) => {
      const known = reports.filter((report) => report.day <= to)
      const [first, last] = [reports[0], known.at(-1)]
      if (first === undefined || last === undefined || !inTime(first)) return []
      if (cell(last.row, 'status') !== 'confirmed') return []
      return [{ cases: casesOf(known), value: true as const }]
    }),
    T2: supported.flatMap((caseCode) => {
      if (!isIntensive(enrolmentOn(caseCode, to))) return []
      const contacts = [...programme.intensiveEnrolments(caseCode), ...verified(caseCode)]
      const value = contacts.some((contact) => to - 89 <= contact.day && contact.day <= to)
      return [{ cases: [caseCode], value }]
    }),
    P1: groups(facts('mentoring_contact').filter(inTime), 'match_id').map((contacts) => ({
      cases: casesOf(contacts),
      value: true,
    })),
    C1: casesWhere((code) =>
      factsOf('relief_delivered', code).some(
        (fact) => inTime(fact) && !isIntensive(enrolmentOn(code, fact.day)),
      ),
    ),
    C2: facts('relief_delivered')
      .filter(inTime)
      .map((delivery) => {
        const needs = factsOf('relief_need', cell(delivery.row, 'case_code')).filter(
          has('crisis_code', cell(delivery.row, 'crisis_code')),
        )
        const need = needs.findLast((one) => one.day <= delivery.day)
        return ofOne(delivery, need === undefined ? null : delivery.day - need.day)
      }),
    F1: Object.fromEntries(
      RATERS.map((rater) => [
        rater,
        forSupported((code) => change(factsOf('acceptance_measured', code).filter(has('rater', rater)))),
      ]),
    ) as CaseUnits['F1'],
    Q1: facts('feedback_given')
      .filter(inTime)
      .map((form) => {
        const answers = QUESTIONS.map((question) => cell(form.row, question))
        const [yes, no] = ['yes', 'no'].map((answer) => answers.filter((given) => given === answer).length)
        return ofOne(form, yes === 0 && no === 0 ? null : (yes as number) >= (no as number))
      }),
  }
}

/** E1: each business started by `to`, whether its last three recorded months made a profit. */
function slowBusinesses({ to, facts }: Programme): Unit<boolean | null>[] {
  return groups(
    facts('business_started').filter((fact) => fact.day <= to),
    'business_id',
  ).map((starts) => {
    const id = cell((starts[0] as Fact).row, 'business_id')
    const monthOf = (fact: Fact) => dayNumber(cell(fact.row, 'month'))
    const recorded = facts('business_month').filter(
      (fact) => cell(fact.row, 'business_id') === id && monthOf(fact) <= to,
    )
    const months = [...Map.groupBy(recorded, monthOf)].sort(([a], [b]) => a - b)
    const counted = months.map(([, facts]) => facts.sort(inTimeOrder).at(-1) as Fact)
    const closed = facts('business_closed').some(
      (fact) => cell(fact.row, 'business_id') === id && fact.day <= to,
    )
    if (counted.length < 3) return { cases: casesOf(starts), value: closed ? false : null }
    const lastThree = counted.slice(-3)
    const sales = lastThree.reduce((sum, month) => sum + millionths(cell(month.row, 'sales')), 0n)
    const costs = lastThree.reduce((sum, month) => sum + millionths(cell(month.row, 'costs')), 0n)
    return { cases: casesOf(starts), value: sales > costs }
  })
}

/** a - b as decimals, not as binary fractions: 50.3 - 40.3 is 10. */
function difference(a: string, b: string): number {
  return Number(millionths(a) - millionths(b)) / 1e6
}

/** A number of at most six decimals as whole millionths. */
function millionths(text: string): bigint {
  const [, sign, whole, decimals] = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(text) ?? []
  if (whole === undefined) throw new Error(`not a number of at most six decimals: ${text}`)
  const size = BigInt(whole + (decimals ?? '').padEnd(6, '0'))
  return sign === '-' ? -size : size
}

function groups(facts: Fact[], column: string): Fact[][] {
  return [...Map.groupBy(facts, (fact) => cell(fact.row, column)).values()]
}

function casesOf(facts: Fact[]): string[] {
  return [...new Set(facts.map((fact) => cell(fact.row, 'case_code')))]
}
