import {
  type CodeOf,
  type DayNumber,
  type EntryId,
  type Fact,
  type Month,
  type OpenOf,
  recorded,
  unlessEmpty,
} from '../journal/index.ts'
import type { livelihoodKinds, livelihoodLists } from './kinds.ts'

/**
 * What a business took and spent in one month, in its own currency.
 * `day` and `rowId` of the entry decide which of two records of one month counts.
 */
export type BusinessMonth = readonly [
  id: EntryId,
  month: Month,
  sales: number,
  costs: number,
  day: DayNumber,
  rowId: string,
]

export type Business = {
  readonly business: string
  /** The first record of its start; absent when only months or its end are recorded. */
  readonly started?: { readonly id: EntryId; readonly day: DayNumber; readonly sector: string }
  /** One record per month, in order of month. */
  readonly months: readonly BusinessMonth[]
  /** Months that were recorded more than once, with every record of each, the one that counts last. */
  readonly conflicts?: readonly { readonly month: Month; readonly entries: readonly EntryId[] }[]
  readonly closed?: {
    readonly id: EntryId
    readonly day: DayNumber
    readonly reason?: CodeOf<typeof livelihoodLists.businessClosingReasons>
  }
}

/** Each business of a case with its months and its end, by code (LIV-1 to LIV-3). */
export function businessesOf(
  started: readonly Fact<OpenOf<typeof livelihoodKinds.business_started>>[],
  months: readonly Fact<OpenOf<typeof livelihoodKinds.business_month>>[],
  closed: readonly Fact<OpenOf<typeof livelihoodKinds.business_closed>>[],
): Business[] {
  const codes = new Set([...started, ...months, ...closed].map((fact) => fact.open.business_id))
  return [...codes].sort().map((business) => {
    const start = started.find((fact) => fact.open.business_id === business)
    const end = closed.find((fact) => fact.open.business_id === business)
    const records = recordsByMonth(months.filter((fact) => fact.open.business_id === business))
    const conflicts = records.flatMap((facts) => {
      const [first] = facts
      if (first === undefined || facts.length === 1) return []
      return { month: first.open.month, entries: facts.map(({ id }) => id) }
    })
    return recorded({
      business,
      started: start && { id: start.id, day: start.day, sector: start.open.sector },
      months: records.flatMap((facts) => facts.slice(-1).map(monthOf)),
      conflicts: unlessEmpty(conflicts),
      closed: end && recorded({ id: end.id, day: end.day, reason: end.open.reason }),
    })
  })
}

type MonthFact = Fact<OpenOf<typeof livelihoodKinds.business_month>>

/** The records of each month in order of month; of several the one that counts, the latest, is last. */
function recordsByMonth(facts: readonly MonthFact[]): MonthFact[][] {
  const byMonth = new Map<Month, MonthFact[]>()
  for (const fact of facts) {
    const records = byMonth.get(fact.open.month)
    if (records === undefined) byMonth.set(fact.open.month, [fact])
    else records.push(fact)
  }
  return [...byMonth].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, records]) => records)
}

function monthOf({ id, day, rowId, open }: MonthFact): BusinessMonth {
  return [id, open.month, open.sales, open.costs, day, rowId]
}
