import { dateOfDay, dayNumber } from './day-number.ts'
import type { Fact } from './effective-rows.ts'
import { by, count, gapIs, is, type Opened, pairs, type Traps } from './opened-list.ts'
import { cell } from './row.ts'

/** Businesses and their months. */
export function businessTraps({ programme, cases }: Opened): Traps {
  const { to, facts } = programme
  const months = by(facts('business_month'), 'business_id')
  const monthOfTo = to - (dayNumberOfMonth(to) - 1)
  const monthDay = ({ row }: Fact) => dayNumber(cell(row, 'month'))
  const counted = (run: Fact[]) =>
    by(
      run.filter((fact) => monthDay(fact) <= to),
      'month',
    )
  const conflicts = by(facts('business_month'), 'business_id', 'month').filter((run) => run.length > 1)
  return {
    'two facts for one month': conflicts.length,
    'two facts for one month on one day': count(conflicts, (run) => pairs(run).some(gapIs(0))),
    'a month recorded after the period': count(
      facts('business_month'),
      (fact) => fact.day > to && monthDay(fact) <= to,
    ),
    'the month of the last day': count(facts('business_month'), (fact) => monthDay(fact) === monthOfTo),
    'a month after the last day': count(facts('business_month'), (fact) => monthDay(fact) > to),
    'fewer than three months': count(months, (run) => counted(run).length < 3),
    'closed with fewer than three months': count(cases.E1, ({ value }) => value === false),
    'open with fewer than three months': count(cases.E1, ({ value }) => value === null),
    'closed after the period': count(facts('business_closed'), (fact) => fact.day > to),
    'three months that come to nothing': count(months, (run) => {
      const three = counted(run)
        .slice(-3)
        .map((same) => (same.at(-1) as Fact).row)
      const sum = three.reduce(
        (total, row) => total + Number(cell(row, 'sales')) - Number(cell(row, 'costs')),
        0,
      )
      return three.length === 3 && Math.abs(sum) < 1e-6
    }),
    'a month of a business that never started': count(
      months,
      ([month]) =>
        !facts('business_started').some(is('business_id', cell((month as Fact).row, 'business_id'))),
    ),
    'a business started after the period': count(facts('business_started'), ({ day }) => day > to),
  }
}

function dayNumberOfMonth(day: number): number {
  let first = day
  while (!/-01$/.test(dateOfDay(first))) first -= 1
  return day - first + 1
}

/** Needs and deliveries. */
export function reliefTraps({ programme, cases }: Opened): Traps {
  const { factsOf, inPeriod, enrolmentOn } = programme
  const deliveries = programme.facts('relief_delivered').filter(({ day }) => inPeriod(day))
  const needsOf = ({ row }: Fact) => factsOf('relief_need', cell(row, 'case_code'))
  return {
    'a delivery without a need': count(cases.C2, ({ value }) => value === null),
    'a need on the day of delivery': count(cases.C2, ({ value }) => value === 0),
    'a delivery after a need of another crisis alone': count(deliveries, (delivery) => {
      const before = needsOf(delivery).filter(({ day }) => day <= delivery.day)
      return before.length > 0 && !before.some(is('crisis_code', cell(delivery.row, 'crisis_code')))
    }),
    'a delivery before the need': count(
      deliveries,
      (delivery) => needsOf(delivery).length > 0 && needsOf(delivery).every(({ day }) => day > delivery.day),
    ),
    'a delivery while intensively enrolled': count(deliveries, ({ row, day }) => {
      const enrolment = enrolmentOn(cell(row, 'case_code'), day)
      return enrolment !== undefined && is('intensity', 'intensive')(enrolment)
    }),
    'a delivery while lightly enrolled': count(deliveries, ({ row, day }) => {
      const enrolment = enrolmentOn(cell(row, 'case_code'), day)
      return enrolment !== undefined && is('intensity', 'light')(enrolment)
    }),
  }
}

/** Incidents and matches of several cases. */
export function incidentTraps({ programme }: Opened): Traps {
  const { from, to, inPeriod } = programme
  const incidents = by(programme.facts('retrafficking_reported'), 'incident_id')
  const lastBy = (run: Fact[]) => run.filter(({ day }) => day <= to).at(-1)
  const isConfirmed = (fact: Fact | undefined) => fact !== undefined && is('status', 'confirmed')(fact)
  return {
    'an incident of several cases': count(incidents, (run) => by(run, 'case_code').length > 1),
    'an incident confirmed, ruled out after the period': count(
      incidents,
      (run) =>
        isConfirmed(lastBy(run)) && run.some((fact) => fact.day > to && is('status', 'ruled_out')(fact)),
    ),
    'an incident confirmed after the period': count(
      incidents,
      (run) =>
        !isConfirmed(lastBy(run)) && run.some((fact) => fact.day > to && is('status', 'confirmed')(fact)),
    ),
    'an incident ruled out after it was confirmed': count(
      incidents,
      (run) =>
        run.some(is('status', 'confirmed')) && is('status', 'ruled_out')(lastBy(run) ?? (run[0] as Fact)),
    ),
    'an incident first reported before the period': count(
      incidents,
      (run) => (run[0]?.day ?? from) < from && isConfirmed(lastBy(run)),
    ),
    'an incident reported twice in a day': count(incidents, (run) =>
      pairs(run).some(
        ([a, b]) => a.day === b.day && inPeriod(a.day) && cell(a.row, 'status') !== cell(b.row, 'status'),
      ),
    ),
    'a match of several cases': count(
      by(
        programme.facts('mentoring_contact').filter(({ day }) => inPeriod(day)),
        'match_id',
      ),
      (run) => by(run, 'case_code').length > 1,
    ),
  }
}
