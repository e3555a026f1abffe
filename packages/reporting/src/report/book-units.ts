import {
  type BookIndicator,
  type OpenBook,
  oncePerBodies,
  type Reading,
  type SubjectUnit,
} from '../counting/index.ts'
import type { IndicatorId } from '../figures/index.ts'
import { bookIndicators } from './indicators.ts'

/** Units of the indicators that read the same parts, by period and indicator. */
type Store = Map<string, Map<IndicatorId, readonly SubjectUnit[]>>

/** Where units are kept while the parts that they come from stay the same: indicators of the same parts share a store. */
const storeOfParts = new Map<string, (book: OpenBook) => Store>()
for (const { parts } of bookIndicators) {
  if (parts === undefined || storeOfParts.has(parts.join())) continue
  storeOfParts.set(
    parts.join(),
    oncePerBodies(parts, (): Store => new Map()),
  )
}

const periodsRemembered = 64

/** The units of an indicator that looks across subjects; found again only when something that it reads has changed. */
export function bookUnitsOf(reading: Reading, indicator: BookIndicator): readonly SubjectUnit[] {
  if (indicator.parts === undefined) return indicator.units(reading)
  const store = storeOfParts.get(indicator.parts.join())?.(reading.book) ?? new Map()
  if (!store.has(reading.period.key)) {
    if (store.size >= periodsRemembered) store.clear()
    store.set(reading.period.key, new Map())
  }
  const ofPeriod = store.get(reading.period.key) ?? new Map()
  const units = ofPeriod.get(indicator.id) ?? indicator.units(reading)
  ofPeriod.set(indicator.id, units)
  return units
}
