import type { EntryId, MemberId, SubjectId } from '@sathi/domain'
import type {
  AsideEntry,
  DeviceState,
  DeviceStore,
  DeviceWrite,
  HeldEntry,
  HeldKey,
  ItemState,
  KeptRead,
  OwnItem,
  WantedWrap,
} from '../device/index.ts'
import type { AssignmentCard, BlobCard, BlobId, KeyName, MemberCard, NewWrap } from '../messages/index.ts'

/** What is on a device's disk. */
export type DeviceMemory = {
  state: DeviceState
  nextOrder: number
  items: Map<EntryId, OwnItem>
  held: Map<EntryId, HeldEntry>
  wraps: Map<string, HeldKey>
  cards: Map<MemberId, MemberCard>
  assignments: Map<string, AssignmentCard>
  wanted: Map<string, WantedWrap>
  outgoing: Map<string, NewWrap>
  reads: KeptRead[]
  aside: Map<EntryId, AsideEntry>
  blobs: Map<BlobId, { readonly card: BlobCard; readonly chunks: readonly Uint8Array[] }>
}

export function emptyDevice(): DeviceMemory {
  return {
    state: { standing: { state: 'working' }, cursor: null, epoch: null, clockOffset: 0 },
    nextOrder: 1,
    items: new Map(),
    held: new Map(),
    wraps: new Map(),
    cards: new Map(),
    assignments: new Map(),
    wanted: new Map(),
    outgoing: new Map(),
    reads: [],
    aside: new Map(),
    blobs: new Map(),
  }
}

/**
 * A device's store in memory. `pause` is waited for before a commit becomes durable, and again before it is known to be:
 * a crash at the first loses it, at the second only the knowledge of it. `onCommit` sees what is written just before.
 */
export function memoryDevice(
  memory: DeviceMemory,
  pause: () => Promise<void> = async () => {},
  onCommit: (writes: readonly DeviceWrite[]) => void = () => {},
): DeviceStore {
  const itemsIn = (states: readonly ItemState[]): OwnItem[] =>
    [...memory.items.values()]
      .filter(({ standing }) => states.includes(standing.state))
      .sort((left, right) => left.order - right.order)
  return {
    readState: async () => memory.state,
    listItems: async (states) => itemsIn(states),
    async countItems() {
      const counts = { 'to-go': 0, stored: 0, quarantined: 0, refused: 0, waiting: 0 }
      for (const { standing } of memory.items.values()) counts[standing.state] += 1
      return counts
    },
    findItems: async (ids) => some(memory.items, ids),
    findHeld: async (ids) => some(memory.held, ids),
    listHeld: async (subject) =>
      [...memory.held.values()].filter(({ entry }) => entry.subject.id === subject),
    findWraps: async (subject, compartment) =>
      [...memory.wraps.values()].filter((one) => one.subject === subject && one.compartment === compartment),
    findCards: async (members) => some(memory.cards, members),
    listAside: async () => [...memory.aside.values()],
    listWanted: async () => [...memory.wanted.values()],
    listOutgoingWraps: async () => [...memory.outgoing.values()],
    listReads: async () => [...memory.reads],
    findBlob: async (blob) => memory.blobs.get(blob)?.card,
    readChunk: async (blob, number) => memory.blobs.get(blob)?.chunks[number],
    async commit(writes) {
      await pause()
      onCommit(writes)
      for (const write of writes) applyWrite(memory, write)
      await pause()
    },
  }
}

function applyWrite(memory: DeviceMemory, write: DeviceWrite): void {
  switch (write.write) {
    case 'state':
      memory.state = { ...memory.state, ...write.state }
      return
    case 'new-item': {
      const order = memory.nextOrder++
      const item: OwnItem = { ...write.item, order, standing: { state: 'to-go' } }
      memory.items.set(item.submission.entry.id, item)
      return
    }
    case 'standing':
      changeItem(memory, write.id, (item) => ({ ...item, standing: write.standing }))
      return
    case 'subject-code':
      changeItem(memory, write.id, (item) => ({
        ...item,
        submission: { ...item.submission, subjectCode: write.subjectCode },
      }))
      return
    case 'drop-item':
      memory.items.delete(write.id)
      return
    case 'held':
      memory.held.set(write.held.entry.id, write.held)
      return
    case 'purge':
      purge(memory, (subject) => subject === write.subject, 'go')
      return
    case 'purge-all':
      purge(memory, () => true, write.own)
      memory.cards.clear()
      memory.assignments.clear()
      return
    case 'wrap':
      if (write.wrap.from === 'here' && memory.wraps.get(nameIn(write.wrap))?.from === 'office') return
      memory.wraps.set(nameIn(write.wrap), write.wrap)
      return
    case 'drop-key': {
      const held = memory.wraps.get(nameIn(write.key))
      const isThis = write.key.wraps.some(({ wrap }) => wrap === held?.wrap)
      if (held?.from === 'here' && isThis) memory.wraps.delete(nameIn(write.key))
      return
    }
    case 'card':
      memory.cards.set(write.card.member, write.card)
      return
    case 'assignment':
      memory.assignments.set(`${write.assignment.subject} ${write.assignment.member}`, write.assignment)
      return
    case 'wanted':
      memory.wanted.set(holdingIn(write.wanted), write.wanted)
      return
    case 'drop-wanted':
      memory.wanted.delete(holdingIn(write.wanted))
      return
    case 'outgoing-wrap':
      memory.outgoing.set(holdingIn(write.wrap), write.wrap)
      return
    case 'drop-outgoing-wrap':
      memory.outgoing.delete(holdingIn(write.wrap))
      return
    case 'read':
      memory.reads.push({ ...write.read, order: memory.nextOrder++ })
      return
    case 'drop-read':
      memory.reads = memory.reads.filter(({ order }) => order !== write.order)
      return
    case 'aside':
      memory.aside.set(write.aside.entry.id, write.aside)
      return
    case 'drop-aside':
      memory.aside.delete(write.id)
      return
    case 'blob':
      memory.blobs.set(write.card.blob, { card: write.card, chunks: write.chunks })
      return
    case 'wipe':
      Object.assign(memory, emptyDevice())
      memory.state = { ...memory.state, standing: { state: 'wiped' } }
  }
}

function changeItem(memory: DeviceMemory, id: EntryId, change: (item: OwnItem) => OwnItem): void {
  const item = memory.items.get(id)
  if (item !== undefined) memory.items.set(id, change(item))
}

function purge(memory: DeviceMemory, isMeant: (subject: SubjectId) => boolean, own: 'stay' | 'go'): void {
  const drop = <Key, Value>(kept: Map<Key, Value>, subjectOf: (value: Value) => SubjectId): void => {
    for (const [key, value] of kept) if (isMeant(subjectOf(value))) kept.delete(key)
  }
  drop(memory.held, ({ entry }) => entry.subject.id)
  drop(memory.aside, ({ entry }) => entry.subject.id)
  drop(memory.wraps, ({ subject }) => subject)
  drop(memory.wanted, ({ subject }) => subject)
  drop(memory.outgoing, ({ subject }) => subject)
  for (const [id, { submission, standing }] of memory.items) {
    const hasArrived = standing.state === 'stored' || standing.state === 'quarantined'
    if (own === 'go' && hasArrived && isMeant(submission.entry.subject.id)) memory.items.delete(id)
  }
  const needed = new Set([...memory.items.values()].flatMap(({ submission }) => submission.blobs ?? []))
  for (const [blob, { card }] of memory.blobs) {
    if (isMeant(card.subject) && !needed.has(blob)) memory.blobs.delete(blob)
  }
}

function nameIn({ subject, compartment, version }: KeyName): string {
  return `${subject} ${compartment} ${version}`
}

function holdingIn(wanted: WantedWrap): string {
  return `${nameIn(wanted)} ${wanted.holder}`
}

function some<Key, Value>(all: ReadonlyMap<Key, Value>, keys: readonly Key[]): ReadonlyMap<Key, Value> {
  const found = new Map<Key, Value>()
  for (const key of keys) {
    const value = all.get(key)
    if (value !== undefined) found.set(key, value)
  }
  return found
}
