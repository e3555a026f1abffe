import { communityLists } from '@sathi/domain'
import { intensiveEnrolmentsIn } from '../aftercare/index.ts'
import { type CaseIndicator, groupedFigure, meanFigure, noUnits, type Unit } from '../counting/index.ts'

const fewestDaysApart = 60
const raters = communityLists.raters.codes

/**
 * F1 Family and community acceptance: for survivors of A1 whose acceptance (0 to 100) the same rater measured twice at
 * least 60 days apart, the last time on or before the end of the period: mean change from the first to the last, with
 * its 95 % t-interval; by rater. The others of A1 are missing.
 */
export const acceptance: CaseIndicator = {
  id: 'F1',
  units: (sheet, period) => {
    const enrolments = intensiveEnrolmentsIn(sheet, period)
    if (enrolments.length === 0) return noUnits
    return raters.map((group): Unit => {
      const measured = sheet.community?.acceptance?.[group] ?? noUnits
      const [first] = measured
      const last = measured.findLast(([, day]) => day <= period.to)
      if (first === undefined || last === undefined || last[1] - first[1] < fewestDaysApart) {
        return { part: 'missing', group, entries: enrolments.map(({ id }) => id) }
      }
      return { part: 'counted', group, entries: [first[0], last[0]], value: last[2] - first[2] }
    })
  },
  figure: (units) => groupedFigure('rater', raters, units, meanFigure, null),
}
