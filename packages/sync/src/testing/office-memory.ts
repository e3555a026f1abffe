import type { EntryId, Instant, MemberId, SubjectId, SubjectRef } from '@sathi/domain'
import { holdersOf } from '@sathi/domain/staff'
import type {
  BlobCard,
  BlobId,
  DeviceId,
  Epoch,
  Holder,
  KeyName,
  NewKey,
  ReadNote,
} from '../messages/index.ts'
import {
  type AccessEvent,
  type AccessJudge,
  type FedEntry,
  judgeBy,
  type NumberedEvent,
  type Quarantined,
} from '../office/index.ts'
import { type AccessBook, accessIn, firstBook, type InventedMember } from './invented-people.ts'
import { cardOf } from './invented-seals.ts'

export type StoredRow = FedEntry & { readonly body: string }

/** Everything that an office keeps, as it is committed. Maps are changed only by a commit. */
export type OfficeMemory = {
  epoch: Epoch
  /** Of entries that are committed, by position; positions taken early may be missing for a while. */
  rows: Map<number, StoredRow>
  byId: Map<EntryId, StoredRow>
  subjects: Map<SubjectId, { readonly ref: SubjectRef; readonly code: string }>
  position: number
  events: (NumberedEvent & { readonly member: MemberId | null })[]
  /** The number of the last event that changed her role. */
  rolesChanged: Map<MemberId, number>
  keys: Map<string, NewKey>
  quarantine: Map<string, Quarantined>
  blobs: Map<BlobId, { readonly card: BlobCard; readonly chunks: readonly Uint8Array[] }>
  reads: ReadNote[]
  clockOffsets: Map<DeviceId, number>
  wiped: Map<DeviceId, 'asked' | 'done'>
  book: AccessBook
  /** Assignments of which the end was told. */
  toldEnds: Set<string>
}

export function emptyOffice(members: readonly InventedMember[]): OfficeMemory {
  const memory: OfficeMemory = {
    epoch: 'epoch-1' as Epoch,
    rows: new Map(),
    byId: new Map(),
    subjects: new Map(),
    position: 0,
    events: [],
    rolesChanged: new Map(),
    keys: new Map(),
    quarantine: new Map(),
    blobs: new Map(),
    reads: [],
    clockOffsets: new Map(),
    wiped: new Map(),
    book: firstBook(members),
    toldEnds: new Set(),
  }
  for (const { member } of members) tell(memory, null, { event: 'member', card: cardOf(member) })
  return memory
}

/** A backup: the same, unmoved by what comes later. */
export function copyOf(memory: OfficeMemory): OfficeMemory {
  return {
    ...memory,
    rows: new Map(memory.rows),
    byId: new Map(memory.byId),
    subjects: new Map(memory.subjects),
    events: [...memory.events],
    rolesChanged: new Map(memory.rolesChanged),
    keys: new Map(memory.keys),
    quarantine: new Map(memory.quarantine),
    blobs: new Map(memory.blobs),
    reads: [...memory.reads],
    clockOffsets: new Map(memory.clockOffsets),
    wiped: new Map(memory.wiped),
    toldEnds: new Set(memory.toldEnds),
  }
}

export function judgeIn(memory: OfficeMemory, member: MemberId, now: Instant): AccessJudge {
  return judgeBy(accessIn(memory.book, member), now)
}

/** Adds an access event, for one member or for all. */
export function tell(memory: OfficeMemory, member: MemberId | null, what: AccessEvent): void {
  memory.events.push({ n: memory.events.length + 1, member, what })
}

/** Adds an event that says nothing but that her role changed. */
export function tellRoleChange(memory: OfficeMemory, member: MemberId): void {
  tell(memory, member, { event: 'member', card: cardOf(member) })
  memory.rolesChanged.set(member, memory.events.length)
}

/** Asks for the wraps that members who may open a compartment lack. */
export function tellWanted(memory: OfficeMemory, now: Instant, members: Iterable<MemberId>): void {
  for (const key of memory.keys.values()) {
    const subject = memory.subjects.get(key.subject)?.ref
    if (subject === undefined) continue
    for (const member of members) {
      const access = accessIn(memory.book, member)
      if (holds(key, member) || holdersOf([access], subject.id, key.compartment, now).length === 0) continue
      const { compartment, version } = key
      tell(memory, null, { event: 'wanted', subject, compartment, version, holder: member })
    }
  }
}

export function tellWrap(
  memory: OfficeMemory,
  key: KeyName,
  holder: Holder,
  wrap: string,
  madeBy: MemberId,
): void {
  const subject = memory.subjects.get(key.subject)?.ref
  if (subject === undefined || holder === 'recovery') return
  const { compartment, version } = key
  tell(memory, holder, { event: 'wrap', subject, compartment, version, wrap, madeBy })
}

export function holds(key: NewKey, holder: Holder): boolean {
  return key.wraps.some((wrap) => wrap.holder === holder)
}

/** Tells the members whose assignments have ended, by an act or by themselves. */
export function tellElapsed(memory: OfficeMemory, now: Instant): void {
  for (const { member, assignments, breakGlass } of memory.book.values()) {
    for (const { case: of, from, until } of [...assignments, ...breakGlass]) {
      if (until === undefined || until > now) continue
      const name = `${member} ${of} ${from} ${until}`
      const subject = memory.subjects.get(of)
      if (memory.toldEnds.has(name) || subject === undefined) continue
      memory.toldEnds.add(name)
      tell(memory, member, { event: 'revoked', subject: subject.ref, subjectCode: subject.code })
    }
  }
}
