import { type CaseIndicator, proportionFigure } from '../counting/index.ts'
import { reliableChange, wellbeingUnits } from './wellbeing-change.ts'

/**
 * W2 Reliably worsened wellbeing: of the survivors of A1 whose wellbeing (WHO-5) was assessed twice at least 60 days
 * apart, the share that lost 10 points or more from the first assessment to the last. The others of A1 are missing.
 */
export const reliablyWorsenedWellbeing: CaseIndicator = {
  id: 'W2',
  units: (sheet, period) => wellbeingUnits(sheet, period, (change) => change <= -reliableChange),
  figure: proportionFigure,
}
