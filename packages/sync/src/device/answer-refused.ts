import type { EntryId, SubjectId } from '@sathi/domain'
import type { DeviceStore, DeviceWrite } from './device-store.ts'
import type { NewItem } from './own-item.ts'
import { savedItem } from './save-entry.ts'

/** Sends a refused entry once more as it is. */
export async function sendAgain(store: DeviceStore, id: EntryId): Promise<void> {
  await store.commit([{ write: 'standing', id, standing: { state: 'to-go' } }])
}

/** Gives a new subject another code, because somebody else has taken the first, and sends it once more. */
export async function chooseCode(store: DeviceStore, subject: SubjectId, subjectCode: string): Promise<void> {
  const items = (await store.listItems(['refused', 'waiting', 'to-go'])).filter(
    ({ submission }) => submission.entry.subject.id === subject && submission.subjectCode !== undefined,
  )
  await store.commit(
    items.flatMap(({ submission }) => [
      { write: 'subject-code', id: submission.entry.id, subjectCode } as const,
      { write: 'standing', id: submission.entry.id, standing: { state: 'to-go' } } as const,
    ]),
  )
}

/** Puts an entry that was written anew in the place of a refused one: it is of another id, and goes up instead. */
export async function writeAgain(store: DeviceStore, id: EntryId, item: NewItem): Promise<void> {
  await store.commit([...(await droppedItem(store, id)), ...savedItem(item)])
}

/** Gives up a refused entry, because the worker says so. */
export async function giveUp(store: DeviceStore, id: EntryId): Promise<void> {
  await store.commit(await droppedItem(store, id))
}

/** Keys that were made for the item go with it: nobody else has them, and no other item brings them up. */
async function droppedItem(store: DeviceStore, id: EntryId): Promise<readonly DeviceWrite[]> {
  const keys = (await store.findItems([id])).get(id)?.keys ?? []
  return [{ write: 'drop-item', id }, ...keys.map((key) => ({ write: 'drop-key', key }) as const)]
}
