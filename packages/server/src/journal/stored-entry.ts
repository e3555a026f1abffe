import type { Entry, Instant } from '@sathi/domain'

/** An entry as the server keeps it: where it stands in the organisation's feed, and when it came. */
export type StoredEntry = { readonly position: number; readonly receivedAt: Instant; readonly entry: Entry }

export type StoredEntryRow = { readonly position: number; readonly received_at: Date; readonly body: string }

export function storedEntryOf({ position, received_at, body }: StoredEntryRow): StoredEntry {
  return { position, receivedAt: received_at.toISOString() as Instant, entry: JSON.parse(body) }
}
