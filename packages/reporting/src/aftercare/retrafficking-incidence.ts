import { byDayThenRowId, type IncidentReport, type SubjectId } from '@sathi/domain'
import {
  type BookIndicator,
  countOf,
  isInPeriod,
  oncePerBook,
  type Reading,
  type SubjectUnit,
  type Unit,
} from '../counting/index.ts'
import type { IncidenceFigure } from '../figures/index.ts'
import { poissonInterval } from '../statistics/index.ts'
import { personYearsFigure } from './person-years-of-follow-up.ts'

/**
 * T1 Re-trafficking incidence: how many incidents, first reported in the period, were confirmed by the last report on
 * or before its end, whichever survivor they concern; with the exact Poisson 95 % interval and the rate per 100
 * person-years of T0. An incident that several files report is one incident.
 */
export const retraffickingIncidence: BookIndicator = {
  id: 'T1',
  breakdown: 'case',
  units: (reading) => [...confirmedIncidents(reading), ...exposure(reading)],
  figure: incidenceFigure,
}

function incidenceFigure(units: readonly Unit[]): IncidenceFigure {
  const exposed = units.filter((unit) => unit.part === 'denominator')
  const { value: personYears } = personYearsFigure(exposed.map((unit) => ({ ...unit, part: 'counted' })))
  const value = countOf(units)
  const { low, high } = poissonInterval(value)
  const per100 = (events: number) => (personYears === 0 ? null : (events / personYears) * 100)
  return {
    shape: 'incidence',
    value,
    low,
    high,
    personYears,
    ratePer100: per100(value),
    rateLow: per100(low),
    rateHigh: per100(high),
  }
}

type Report = IncidentReport & { readonly subject: SubjectId }

/** All reports on each incident, in order of day and row id. */
const reportsByIncident = oncePerBook((book) => {
  const byIncident = new Map<string, Report[]>()
  for (const [subject, sheet] of book.aftercare) {
    for (const report of sheet.incidents ?? []) {
      const reports = byIncident.get(report.incident)
      if (reports === undefined) byIncident.set(report.incident, [{ ...report, subject }])
      else reports.push({ ...report, subject })
    }
  }
  for (const reports of byIncident.values()) reports.sort(byDayThenRowId)
  return byIncident
})

function confirmedIncidents({ book, period }: Reading): SubjectUnit[] {
  const units: SubjectUnit[] = []
  for (const reports of reportsByIncident(book).values()) {
    const [first] = reports
    const known = reports.filter(({ day }) => day <= period.to)
    if (first === undefined || !isInPeriod(first.day, period)) continue
    if (known.at(-1)?.status !== 'confirmed') continue
    units.push({
      part: 'counted',
      subject: first.subject,
      alsoOf: known.map(({ subject }) => subject).filter((subject) => subject !== first.subject),
      entries: known.map(({ id }) => id),
    })
  }
  return units
}

function exposure({ unitsOf }: Reading): SubjectUnit[] {
  return unitsOf('T0').map((unit) => ({ ...unit, part: 'denominator' }))
}
