import { type CaseIndicator, proportionFigure } from '../counting/index.ts'
import { reliableChange, wellbeingUnits } from './wellbeing-change.ts'

/**
 * W1 Reliably improved wellbeing: of the survivors of A1 whose wellbeing (WHO-5) was assessed twice at least 60 days
 * apart, the share that gained 10 points or more from the first assessment to the last. The others of A1 are missing.
 */
export const reliablyImprovedWellbeing: CaseIndicator = {
  id: 'W1',
  units: (sheet, period) => wellbeingUnits(sheet, period, (change) => change >= reliableChange),
  figure: proportionFigure,
}
