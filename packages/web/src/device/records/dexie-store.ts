import type { EntryId } from '@sathi/domain'
import type {
  AsideEntry,
  BlobCard,
  DeviceState,
  DeviceStore,
  DeviceWrite,
  HeldEntry,
  HeldKey,
  ItemStanding,
  ItemState,
  MemberCard,
  NewItem,
  NewWrap,
  OwnItem,
  ReadNote,
  WantedWrap,
} from '@sathi/sync'
import { markStale, sealWrite } from './apply-writes.ts'
import type { ItemRow, SealedRow } from './device-database.ts'
import { type DeviceRecords, findRecord, findRecords, listRecords } from './device-records.ts'

/** What else must happen with a commit: erasing the vault, a second copy, and telling other tabs. */
export type StorePorts = {
  readonly wipe: () => Promise<void>
  /** Keeps what is about to be written in a second place as well. */
  readonly copy: (items: readonly NewItem[]) => Promise<void>
  readonly onChange: (writes: readonly DeviceWrite[]) => Promise<void>
}

const atFirst: DeviceState = { standing: { state: 'working' }, cursor: null, epoch: null, clockOffset: 0 }
const wiped: DeviceState = { ...atFirst, standing: { state: 'wiped' } }

/** The store that a device's round works on, in a database that holds only ciphertext. */
export function dexieStore(records: DeviceRecords, ports: StorePorts): DeviceStore {
  const { database, sealed } = records
  let isWiped = false
  return {
    async readState() {
      if (isWiped) return wiped
      const parts = await listRecords<{ name: string; value: unknown }>(records, 'state')
      return { ...atFirst, ...Object.fromEntries(parts.map(({ name, value }) => [name, value])) }
    },
    listItems: async (states) => {
      const rows = await database.items
        .where('state')
        .anyOf([...states])
        .sortBy('order')
      return Promise.all(rows.map((row) => openItem(records, row)))
    },
    async countItems() {
      const states: readonly ItemState[] = ['to-go', 'stored', 'quarantined', 'refused', 'waiting']
      const counts = await Promise.all(
        states.map(async (state) => [state, await database.items.where('state').equals(state).count()]),
      )
      return Object.fromEntries(counts) as Record<ItemState, number>
    },
    async findItems(ids) {
      const names = await Promise.all(ids.map((id) => sealed.idOf('item', id)))
      const rows = await database.items.where('id').anyOf(names).toArray()
      const items = await Promise.all(rows.map((row) => openItem(records, row)))
      return new Map(items.map((item) => [item.submission.entry.id, item]))
    },
    findHeld: (ids) => findRecords<EntryId, HeldEntry>(records, 'held', ids),
    listHeld: (subject) => listRecords<HeldEntry>(records, 'held', subject),
    findWraps: async (subject, compartment) =>
      (await listRecords<HeldKey>(records, 'wrap', subject)).filter((one) => one.compartment === compartment),
    findCards: (members) => findRecords<MemberCard['member'], MemberCard>(records, 'card', members),
    listAside: () => listRecords<AsideEntry>(records, 'aside'),
    listWanted: () => listRecords<WantedWrap>(records, 'wanted'),
    listOutgoingWraps: () => listRecords<NewWrap>(records, 'outgoing'),
    async listReads() {
      const rows = await database.reads.orderBy('order').toArray()
      return Promise.all(
        rows.map(async ({ order, box }) => ({ ...(await sealed.open<ReadNote>('read', '', box)), order })),
      )
    },
    findBlob: (blob) => findRecord<BlobCard>(records, 'blob', blob),
    async readChunk(blob, number) {
      return (await database.chunks.get(`${await sealed.idOf('blob', blob)} ${number}`))?.bytes
    },
    async commit(writes) {
      if (writes.some(({ write }) => write === 'wipe')) {
        isWiped = true
        return ports.wipe()
      }
      const items = writes.flatMap((one) => (one.write === 'new-item' ? [one.item] : []))
      if (items.length > 0) await ports.copy(items)
      await commitAll(records, writes)
      if (writes.some(({ write }) => !isUnseen(write))) await ports.onChange(writes)
    },
  }
}

/** Nothing on any screen shows it. */
function isUnseen(write: DeviceWrite['write']): boolean {
  return write === 'read' || write === 'drop-read'
}

/** Everything is sealed first; then all of it is applied in one strict transaction, neighbouring rows at once. */
async function commitAll(records: DeviceRecords, writes: readonly DeviceWrite[]): Promise<void> {
  const { database } = records
  const all = await Promise.all(
    writes.map((write) => (write.write === 'wipe' ? [] : sealWrite(records, write))),
  )
  const { rows, items, reads, chunks, stale } = database
  await database.transaction('rw', [rows, items, reads, chunks, stale], async () => {
    let puts: SealedRow[] = []
    const flush = async () => {
      if (puts.length > 0) await rows.bulkPut(puts)
      puts = []
    }
    const scopes = new Set<string>()
    for (const write of all.flat()) {
      if ('put' in write) {
        puts.push(write.put)
        if (write.stale !== undefined) scopes.add(write.stale)
        continue
      }
      await flush()
      await write.apply(database)
    }
    await flush()
    if (scopes.size > 0) await markStale(database, [...scopes])
  })
}

/** An entry that was written here, as it stands now. */
export async function openItem({ sealed }: DeviceRecords, row: ItemRow): Promise<OwnItem> {
  const [item, standing, subjectCode] = await Promise.all([
    sealed.open<NewItem>('item', row.id, row.item),
    sealed.open<ItemStanding>('standing', row.id, row.standing),
    row.code && sealed.open<string>('code', row.id, row.code),
  ])
  const { keys, submission } = item
  return {
    submission: subjectCode === undefined ? submission : { ...submission, subjectCode },
    keys,
    order: row.order,
    standing,
  }
}
