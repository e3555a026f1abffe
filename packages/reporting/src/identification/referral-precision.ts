import type { ScreeningSheet } from '@sathi/domain'
import {
  type BookIndicator,
  countedByPart,
  type PeriodDays,
  proportionFigure,
  type SubjectUnit,
} from '../counting/index.ts'
import { identificationParts } from './identified-and-referred.ts'

/**
 * V3 Referral precision: of the screenings of V1 with a finding on or before the end of the period, the share whose last
 * finding confirmed the presumption. Screenings without a finding, or where it is unknown, are missing.
 */
export const referralPrecision: BookIndicator = {
  id: 'V3',
  parts: identificationParts,
  units: ({ book, period, unitsOf }) => {
    const identified = countedByPart(unitsOf('V1')).counted ?? []
    return identified.map(({ subject, entries }): SubjectUnit => {
      const last = lastFinding(book.screenings.get(subject), period)
      if (last === undefined) return { part: 'missing', subject, entries }
      const [id, , finding] = last
      const part = finding === 'confirmed' ? 'numerator' : 'denominator'
      return { part, subject, entries: [...entries, id] }
    })
  },
  figure: proportionFigure,
}

function lastFinding(sheet: ScreeningSheet | undefined, { to }: PeriodDays) {
  return sheet?.findings?.findLast(([, day, finding]) => day <= to && finding !== 'unknown')
}
