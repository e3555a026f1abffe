import { type Entry, type Fact, resolveFacts, type SubjectId } from '@sathi/domain'
import type { DeviceStore } from './device-store.ts'

/**
 * A subject's journal as this device knows it: what the office gave, and what was written here and is not refused.
 * Sheets are folded from it by the same functions as in the office.
 */
export async function readJournal(store: DeviceStore, subject: SubjectId): Promise<readonly Entry[]> {
  const held = (await store.listHeld(subject)).map(({ entry }) => entry)
  const known = new Set(held.map(({ id }) => id))
  const own = (await store.listItems(['to-go', 'stored']))
    .map(({ submission }) => submission.entry)
    .filter(({ id, subject: { id: of } }) => of === subject && !known.has(id))
  return [...held, ...own]
}

/** The facts of which amendments were made apart, and that await a person who settles them. */
export function findConflicts(entries: Iterable<Entry>): readonly Fact[] {
  return resolveFacts(entries).filter(({ heads }) => heads.length > 1)
}
