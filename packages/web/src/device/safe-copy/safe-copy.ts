import { findBase64url, toBase64url } from '@sathi/sealing'
import type { BlobCard, BlobId, NewItem } from '@sathi/sync'
import { type DeviceRecords, findRecord } from '../records/device-records.ts'
import type { Profile } from '../session/session.ts'
import { openDesk } from '../vault/task-desk.ts'
import type { CopiedRecord } from './copied-records.ts'
import type { CopyTasks } from './copy-files.ts'

/**
 * A second place for what only this device has: who works here, and what has not reached the office. A browser that finds
 * its database damaged, as a process killed at the wrong moment may leave it, throws it away without asking anybody. What
 * the office has can be fetched again; the rest is put back from here.
 */
export type SafeCopy = {
  keepProfile(records: DeviceRecords, profile: Profile): Promise<void>
  /** With the files that they refer to. */
  keepItems(records: DeviceRecords, items: readonly NewItem[]): Promise<void>
  /** Lets go of what has reached the office, or was given up. */
  tidy(records: DeviceRecords): Promise<void>
  read(): Promise<readonly CopiedRecord[]>
  end(): void
}

const profileId = 'profile'

async function seal(
  { sealed }: DeviceRecords,
  kind: CopiedRecord['kind'],
  id: string,
  value: unknown,
): Promise<CopiedRecord> {
  return { kind, id, box: asText(await sealed.seal(`copy ${kind}`, id, value)) }
}

/** A file's card, and its chunks as they lie: sealed under the file's own key. */
async function copyFile(records: DeviceRecords, blob: BlobId): Promise<readonly CopiedRecord[]> {
  const card = await findRecord<BlobCard>(records, 'blob', blob)
  if (card === undefined) return []
  const id = await records.sealed.idOf('blob', blob)
  const chunks = await records.database.chunks.where('blob').equals(id).toArray()
  return [
    ...chunks.map((chunk): CopiedRecord => ({ kind: 'chunk', id: chunk.id, box: asText(chunk.bytes) })),
    await seal(records, 'blob', id, card),
  ]
}

function asText(bytes: Uint8Array): string {
  return toBase64url(bytes as Uint8Array<ArrayBuffer>)
}

export function openSafeCopy(): SafeCopy {
  const desk = openDesk<CopyTasks>(
    new Worker(new URL('./copy-worker.ts', import.meta.url), { type: 'module' }),
  )
  return {
    keepProfile: async (records, profile) =>
      desk.ask('append', [await seal(records, 'profile', profileId, profile)]),
    async keepItems(records, items) {
      const copies = items.map(async (item): Promise<readonly CopiedRecord[]> => {
        const id = await records.sealed.idOf('item', item.submission.entry.id)
        const files = await Promise.all((item.submission.blobs ?? []).map((blob) => copyFile(records, blob)))
        return [...files.flat(), await seal(records, 'item', id, item)]
      })
      await desk.ask('append', (await Promise.all(copies)).flat())
    },
    async tidy({ database }) {
      const ids = [profileId]
      const files = new Set<string>()
      await database.items
        .where('state')
        .anyOf('to-go', 'refused', 'waiting')
        .each(({ id, blobs }) => {
          ids.push(id)
          for (const blob of blobs) files.add(blob)
        })
      const chunks = await database.chunks
        .where('blob')
        .anyOf([...files])
        .primaryKeys()
      await desk.ask('keepOnly', [...ids, ...files, ...chunks])
    },
    read: () => desk.ask('readAll'),
    end: () => desk.end(),
  }
}

/** Opens a record of the copy; undefined when it was sealed under another vault's key. */
export async function openCopied<Value>(
  { sealed }: DeviceRecords,
  { kind, id, box }: CopiedRecord,
): Promise<Value | undefined> {
  const bytes = findBase64url(box)
  if (bytes === undefined) return undefined
  try {
    return await sealed.open<Value>(`copy ${kind}`, id, bytes)
  } catch {
    return undefined
  }
}
