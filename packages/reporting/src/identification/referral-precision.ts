import { type BookIndicator, proportionFigure, type SubjectUnit } from '../counting/index.ts'

/**
 * V3 Referral precision: of the screenings of V1 with a finding on or before the end of the period, the share whose last
 * finding confirmed the presumption. Screenings without a finding, or where it is unknown, are missing.
 */
export const referralPrecision: BookIndicator = {
  id: 'V3',
  units: ({ book, period, unitsOf }) =>
    unitsOf('V1')
      .filter(({ part }) => part === 'counted')
      .map(({ subject, entries }): SubjectUnit => {
        const findings = book.screenings.get(subject)?.findings ?? []
        const last = findings.findLast(([, day, finding]) => day <= period.to && finding !== 'unknown')
        if (last === undefined) return { part: 'missing', subject, entries }
        const part = last[2] === 'confirmed' ? 'numerator' : 'denominator'
        return { part, subject, entries: [...entries, last[0]] }
      }),
  figure: proportionFigure,
}
