import { type BookIndicator, countOf } from '../counting/index.ts'
import type { RateRatioFigure } from '../figures/index.ts'
import { rateRatioInterval } from '../statistics/index.ts'
import { daysPerMonth, identificationParts, officerDaysOf } from './identified-and-referred.ts'

/**
 * V2 Identification rate ratio: how many times as often a trained officer identifies and refers somebody in a month at a
 * post (V1) as an untrained one (V0), with the exact conditional 95 % interval. Where the untrained identified nobody the
 * ratio is infinite and not shown, but its lower bound is.
 */
export const identificationRateRatio: BookIndicator = {
  id: 'V2',
  parts: identificationParts,
  units: ({ unitsOf }) => [...unitsOf('V1'), ...unitsOf('V0')],
  figure: (units): RateRatioFigure => {
    const trained = units.filter(({ group }) => group === 'trained')
    const untrained = units.filter(({ group }) => group === 'untrained')
    const trainedOfficerDays = officerDaysOf(trained)
    const untrainedOfficerDays = officerDaysOf(untrained)
    const trainedOfficerMonths = trainedOfficerDays / daysPerMonth
    const untrainedOfficerMonths = untrainedOfficerDays / daysPerMonth
    const interval = rateRatioInterval({
      events1: countOf(trained),
      exposure1: trainedOfficerMonths,
      events0: countOf(untrained),
      exposure0: untrainedOfficerMonths,
    })
    return {
      shape: 'rate_ratio',
      ...interval,
      trainedOfficerMonths,
      untrainedOfficerMonths,
      trainedOfficerDays,
      untrainedOfficerDays,
    }
  },
}
