import {
  type CaseIndicator,
  isInPeriod,
  measuredValues,
  missingAmong,
  noUnits,
  type Unit,
} from '../counting/index.ts'
import type { DurationFigure } from '../figures/index.ts'
import { median } from '../statistics/index.ts'

/**
 * C2 Days from need to delivery: for every delivery in the period, the days since the survivor's latest need in that
 * crisis on the same day or before; median. Deliveries without a recorded need are missing.
 */
export const daysFromNeedToDelivery: CaseIndicator = {
  id: 'C2',
  units: ({ relief }, period) => {
    if (relief?.deliveries === undefined) return noUnits
    const units: Unit[] = []
    for (const { id, day, need } of relief.deliveries) {
      if (!isInPeriod(day, period)) continue
      if (need === undefined) units.push({ part: 'missing', entries: [id] })
      else units.push({ part: 'counted', entries: [need.id, id], value: day - need.day })
    }
    return units
  },
  figure: (units): DurationFigure => {
    const days = measuredValues(units)
    return { shape: 'duration', n: days.length, missing: missingAmong(units), median: median(days) }
  },
}
