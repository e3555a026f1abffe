import { findBase64url } from '@sathi/sealing'
import type { BlobCard, DeviceStore, NewItem } from '@sathi/sync'
import { saveEntry } from '@sathi/sync/device'
import type { DeviceRecords } from '../records/device-records.ts'
import type { Profile } from '../session/session.ts'
import type { CopiedRecord } from './copied-records.ts'
import { openCopied } from './safe-copy.ts'

/** A lost file of an entry: its card and its sealed chunks. */
type CopiedFile = { readonly card: BlobCard; readonly chunks: readonly Uint8Array[] }

/** What the safe copy holds for this vault, in the order in which it was written. */
export type CopiedWork = {
  readonly profile: Profile
  readonly items: readonly NewItem[]
  readonly files: readonly CopiedFile[]
}

/** Undefined when there is nothing for this vault: it was emptied, or is new. */
export async function readCopiedWork(
  records: DeviceRecords,
  copied: readonly CopiedRecord[],
): Promise<CopiedWork | undefined> {
  const newest = new Map(copied.map((record) => [`${record.kind} ${record.id}`, record]))
  let profile: Profile | undefined
  const items: NewItem[] = []
  const files: CopiedFile[] = []
  for (const record of newest.values()) {
    if (record.kind === 'profile') profile = await openCopied<Profile>(records, record)
    const item = record.kind === 'item' ? await openCopied<NewItem>(records, record) : undefined
    if (item !== undefined) items.push(item)
    const card = record.kind === 'blob' ? await openCopied<BlobCard>(records, record) : undefined
    if (card === undefined) continue
    const boxes = card.chunks.map((_, number) => newest.get(`chunk ${record.id} ${number}`)?.box ?? '')
    files.push({ card, chunks: boxes.map((box) => findBase64url(box) ?? new Uint8Array()) })
  }
  return profile && { profile, items, files }
}

/** Puts back what a lost database held alone. Begun again after a crash, it puts back what is not there yet. */
export async function putBack(store: DeviceStore, { items, files }: CopiedWork): Promise<void> {
  const there = await store.findItems(items.map(({ submission }) => submission.entry.id))
  await store.commit(files.map(({ card, chunks }) => ({ write: 'blob', card, chunks })))
  for (const item of items) {
    if (!there.has(item.submission.entry.id)) await saveEntry(store, item)
  }
}
