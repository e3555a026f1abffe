import {
  type CaseIndicator,
  isInPeriod,
  measuredValues,
  missingAmong,
  noUnits,
  type Unit,
} from '../counting/index.ts'
import type { DurationFigure } from '../figures/index.ts'
import { median, quantileType7 } from '../statistics/index.ts'

/**
 * R2 Days from rescue to home: for every survivor who came home to her family, or was placed elsewhere, for the first
 * time in the period, the days since she was first rescued or detained (where that is not recorded: first sheltered).
 * Shown as median and 90th percentile, in days. Survivors without a recorded beginning are missing. Days are negative
 * where the records contradict each other; they count as recorded and are listed as a data-quality note.
 */
export const daysFromRescueToHome: CaseIndicator = {
  id: 'R2',
  units: ({ repatriation }, period): readonly Unit[] => {
    const { start, home } = repatriation ?? {}
    if (home === undefined || !isInPeriod(home.day, period)) return noUnits
    if (start === undefined) return [{ part: 'missing', entries: [home.id] }]
    return [{ part: 'counted', entries: [start.id, home.id], value: home.day - start.day }]
  },
  figure: daysFigure,
}

function daysFigure(units: readonly Unit[]): DurationFigure {
  const days = measuredValues(units)
  return {
    shape: 'duration',
    n: days.length,
    missing: missingAmong(units),
    median: median(days),
    p90: quantileType7(days, 0.9),
  }
}
