import {
  contactCoverage,
  followUpOnTime,
  graduated,
  intensivelySupported,
  personYearsOfFollowUp,
  retraffickingIncidence,
  sameWorker,
} from '../aftercare/index.ts'
import { reliablyImprovedWellbeing, reliablyWorsenedWellbeing } from '../assessments/index.ts'
import { changesInTheSystem } from '../changes/index.ts'
import { acceptance } from '../community/index.ts'
import type { BookIndicator, CaseIndicator, Unit } from '../counting/index.ts'
import { satisfiedSurvivors, studyInterviews } from '../evaluation/index.ts'
import type { Figure, IndicatorId } from '../figures/index.ts'
import {
  identificationRateRatio,
  identifiedByTrainedOfficers,
  identifiedByUntrainedOfficers,
  referralPrecision,
} from '../identification/index.ts'
import { businessesInProfit } from '../livelihoods/index.ts'
import { activeMentorPairs } from '../mentoring/index.ts'
import { daysFromNeedToDelivery, reachedInCrises } from '../relief/index.ts'
import { daysFromRescueToHome, homeWithin147Days, survivorsRepatriated } from '../repatriation/index.ts'
import { knowledgeGain, peopleTrained } from '../training/index.ts'

/** The indicators that look at each case by itself. */
export const caseIndicators: readonly CaseIndicator[] = [
  survivorsRepatriated,
  daysFromRescueToHome,
  homeWithin147Days,
  intensivelySupported,
  followUpOnTime,
  sameWorker,
  reliablyImprovedWellbeing,
  reliablyWorsenedWellbeing,
  graduated,
  personYearsOfFollowUp,
  contactCoverage,
  activeMentorPairs,
  reachedInCrises,
  daysFromNeedToDelivery,
  acceptance,
  satisfiedSurvivors,
]

/** The indicators that look across subjects. */
export const bookIndicators: readonly BookIndicator[] = [
  businessesInProfit,
  retraffickingIncidence,
  peopleTrained,
  knowledgeGain,
  identifiedByTrainedOfficers,
  identifiedByUntrainedOfficers,
  identificationRateRatio,
  referralPrecision,
  changesInTheSystem,
  studyInterviews,
]

/** An indicator as far as its figures go, whatever it looks at. */
export type Indicator = Pick<BookIndicator, 'figure'> & {
  readonly breakdown: BookIndicator['breakdown']
  /** The figure of one cell of a breakdown. */
  readonly cellFigure: (units: readonly Unit[]) => Figure
}

const byId = new Map<IndicatorId, Indicator>()
for (const { id, figure } of caseIndicators) byId.set(id, { figure, cellFigure: figure, breakdown: 'case' })
for (const { id, figure, cellFigure = figure, breakdown } of bookIndicators) {
  byId.set(id, { figure, cellFigure, breakdown })
}

/** Throws for an indicator that no room declares, which would be a fault of the product. */
export function getIndicator(id: IndicatorId): Indicator {
  const found = byId.get(id)
  if (found === undefined) throw new Error(`no room declares the indicator ${id}`)
  return found
}
