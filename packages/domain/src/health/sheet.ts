import { type CodeOf, type DayNumber, recorded, sheetPart } from '../journal/index.ts'
import { healthKinds, type healthLists } from './kinds.ts'

export type HealthSheet = {
  readonly visits: number
  readonly last: DayNumber
  readonly lastOutcome?: CodeOf<typeof healthLists.visitOutcomes>
}

/** How often she saw a health worker and what came of the last visit (HEA-1). */
export const healthPart = sheetPart({
  name: 'health',
  subject: 'case',
  kinds: healthKinds,
  fold: ({ health_visit: visits }): HealthSheet | undefined => {
    const last = visits.at(-1)
    if (last === undefined) return undefined
    return recorded({ visits: visits.length, last: last.day, lastOutcome: last.open.outcome })
  },
})
