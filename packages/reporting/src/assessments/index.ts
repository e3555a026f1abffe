export { reliablyImprovedWellbeing } from './reliably-improved-wellbeing.ts'
export { reliablyWorsenedWellbeing } from './reliably-worsened-wellbeing.ts'
