import type { EntryId } from '@sathi/domain'
import type { PushRefusal } from '../messages/index.ts'
import type { AsideEntry, DeviceStore } from './device-store.ts'
import type { OwnItem } from './own-item.ts'
import { type WayForward, wayForward } from './way-forward.ts'

export type RefusedItem = {
  readonly item: OwnItem
  readonly refusal: PushRefusal
  readonly way: WayForward
  /** The entries that wait for this one. */
  readonly waiting: readonly EntryId[]
}

/** What the sync line and its lists show. */
export type Progress = {
  /** Saved on this device and not in the office yet. */
  readonly savedHere: number
  /** Written here and in the office, or set aside there for the supervisor. */
  readonly reachedOffice: number
  readonly refused: readonly RefusedItem[]
  /** Entries that came from the office and are not believed. */
  readonly aside: readonly AsideEntry[]
}

/** Reads how far things are. */
export async function readProgress(store: DeviceStore): Promise<Progress> {
  const counts = await store.countItems()
  const items = await store.listItems(['refused', 'waiting'])
  const waiting = new Map<EntryId, EntryId[]>()
  for (const { standing, submission } of items) {
    if (standing.state !== 'waiting') continue
    waiting.set(standing.for, [...(waiting.get(standing.for) ?? []), submission.entry.id])
  }
  const refused = items.flatMap((item): RefusedItem[] => {
    if (item.standing.state !== 'refused') return []
    const { refusal } = item.standing
    const waitingFor = waiting.get(item.submission.entry.id) ?? []
    return [{ item, refusal, way: wayForward(refusal), waiting: waitingFor }]
  })
  return {
    savedHere: counts['to-go'] + counts.refused + counts.waiting,
    reachedOffice: counts.stored + counts.quarantined,
    refused,
    aside: await store.listAside(),
  }
}
