import { type CaseUnits, RATERS, type Unit } from './slow-case-units.ts'
import { meanChange, poissonInterval, proportion, quantile, total } from './slow-statistics.ts'

/** The figures of the case indicators over the units of some of the cases, in the shape of the report's JSON. */
export function slowCaseFigures(units: CaseUnits, keep: (caseCode: string) => boolean) {
  const values = <Value>(counted: Unit<Value>[]): Value[] =>
    counted.filter((unit) => unit.cases.some(keep)).map((unit) => unit.value)
  const count = (counted: Unit[]) => ({ value: values(counted).length })
  const share = (counted: Unit<boolean | null>[]) => {
    const kept = values(counted)
    const known = kept.filter((value) => value !== null)
    return proportion(known.filter((met) => met).length, known.length, kept.length - known.length)
  }
  const reachesTen = (sign: 1 | -1) =>
    share(units.W.map(({ cases, value }) => ({ cases, value: value === null ? null : sign * value >= 10 })))
  const days = (counted: Unit<number | null>[]) => {
    const kept = values(counted)
    const known = kept.filter((value) => value !== null)
    return { known, missing: kept.length - known.length }
  }

  const home = days(units.R2)
  const relief = days(units.C2)
  const contactDays = total(values(units.T0))
  const personYears = contactDays / 365.25
  const incidents = values(units.T1).length
  const bounds = poissonInterval(incidents)
  const per100 = (events: number) => (personYears === 0 ? null : (100 * events) / personYears)

  return {
    R1: count(units.R1),
    R2: {
      n: home.known.length,
      missing: home.missing,
      median: quantile(home.known, 0.5),
      p90: quantile(home.known, 0.9),
    },
    R3: proportion(home.known.filter((n) => n <= 147).length, home.known.length, home.missing),
    A1: count(units.A1),
    A2: share(units.A2),
    A3: share(units.A3),
    W1: reachesTen(1),
    W2: reachesTen(-1),
    E1: share(units.E1),
    G1: count(units.G1),
    T0: { value: personYears, days: contactDays, cases: values(units.T0).length },
    T1: {
      value: incidents,
      ...bounds,
      person_years: personYears,
      rate_per_100: per100(incidents),
      rate_low: per100(bounds.low),
      rate_high: per100(bounds.high),
    },
    T2: share(units.T2),
    P1: count(units.P1),
    C1: count(units.C1),
    C2: { n: relief.known.length, missing: relief.missing, median: quantile(relief.known, 0.5) },
    F1: Object.fromEntries(
      RATERS.map((rater) => {
        const changes = days(units.F1[rater])
        return [rater, meanChange(changes.known, changes.missing)]
      }),
    ),
    Q1: share(units.Q1),
  }
}
