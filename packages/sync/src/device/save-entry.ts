import type { BlobCard, ReadNote } from '../messages/index.ts'
import type { DeviceStore, DeviceWrite } from './device-store.ts'
import type { NewItem } from './own-item.ts'

/** A file that an entry refers to: its card, and its sealed chunks. */
export type NewBlob = { readonly card: BlobCard; readonly chunks: readonly Uint8Array[] }

/**
 * Saves an entry that was just written, with its files, its keys and its mark to go, in one strict transaction. Only when
 * this resolves may the form say "saved".
 */
export async function saveEntry(
  store: DeviceStore,
  item: NewItem,
  blobs: readonly NewBlob[] = [],
): Promise<void> {
  await store.commit([
    ...blobs.map(({ card, chunks }) => ({ write: 'blob', card, chunks }) as const),
    ...savedItem(item),
  ])
}

/** An item with the keys that were made for it, as its author holds them. */
export function savedItem(item: NewItem): readonly DeviceWrite[] {
  const author = item.submission.entry.signed?.by
  const keys = item.keys.flatMap(({ subject, compartment, version, wraps }): DeviceWrite[] => {
    const own = wraps.find(({ holder }) => holder === author)
    if (own === undefined || author === undefined) return []
    const wrap = { subject, compartment, version, wrap: own.wrap, madeBy: author, from: 'here' } as const
    return [{ write: 'wrap', wrap }]
  })
  return [...keys, { write: 'new-item', item }]
}

/** Notes that somebody opened a compartment here; the note goes up with the next push. */
export async function noteRead(store: DeviceStore, read: ReadNote): Promise<void> {
  await store.commit([{ write: 'read', read }])
}
