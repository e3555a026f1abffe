import { type CaseIndicator, proportionFigure } from '../counting/index.ts'
import { daysFromRescueToHome } from './days-from-rescue-to-home.ts'

const limitInDays = 147

/**
 * R3 Home within 147 days: of the survivors whose way home is counted in R2, the share whose way took at most 147 days.
 * Survivors without a recorded beginning are missing.
 */
export const homeWithin147Days: CaseIndicator = {
  id: 'R3',
  units: (sheet, period) =>
    daysFromRescueToHome.units(sheet, period).map(({ entries, value }) => {
      if (value === undefined) return { part: 'missing', entries }
      return { part: value <= limitInDays ? 'numerator' : 'denominator', entries }
    }),
  figure: proportionFigure,
}
