import type { DayNumber, EntryId } from '@sathi/domain'
import { isInPeriod, type PeriodDays } from './period-days.ts'
import { noUnits } from './unit.ts'

/** An entry and its day, as sheets hold long lists of them. */
type DatedEntry = readonly [id: EntryId, day: DayNumber, ...unknown[]]

/** The ids of the entries whose day lies in the period. */
export function entriesInPeriod(
  rows: readonly DatedEntry[] | undefined,
  period: PeriodDays,
): readonly EntryId[] {
  if (rows === undefined) return noUnits
  let entries: EntryId[] | undefined
  for (const row of rows) {
    if (!isInPeriod(row[1], period)) continue
    entries ??= []
    entries.push(row[0])
  }
  return entries ?? noUnits
}
