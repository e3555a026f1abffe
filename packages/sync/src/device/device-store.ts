import type { Compartment, Entry, EntryId, Instant, MemberId, SubjectId } from '@sathi/domain'
import type {
  AssignmentCard,
  BlobCard,
  BlobId,
  Epoch,
  FeedHead,
  Holder,
  KeyName,
  LockReason,
  MemberCard,
  NewKey,
  NewWrap,
  ReadNote,
} from '../messages/index.ts'
import type { ItemStanding, ItemState, NewItem, OwnItem } from './own-item.ts'

export type DeviceState = {
  readonly standing:
    | { readonly state: 'working' }
    | { readonly state: 'locked'; readonly reason: LockReason }
    | { readonly state: 'wiped' }
  /** Null before the first page. */
  readonly cursor: string | null
  /** The life of the feed in which what was sent is known to have arrived; null before the first greeting. */
  readonly epoch: Epoch | null
  /** The end of the feed as it was last seen. */
  readonly head?: FeedHead
  /** Milliseconds to add to this device's clock to have the office's, as last measured. */
  readonly clockOffset: number
  readonly leaseUntil?: Instant
  /** The oldest app that may pull, when this one is older: it goes on writing and pushing. */
  readonly tooOldFor?: string
}

/** An entry as the office gave it. */
export type HeldEntry = {
  readonly entry: Entry
  readonly position: number
  readonly receivedAt: Instant
  readonly subjectCode: string
}

/** An entry that came from the office and is not believed. */
export type AsideEntry = HeldEntry & { readonly why: 'unknown-signer' | 'bad-signature' | 'other-bytes' }

/**
 * A key of a case, wrapped for the member of this device. `here`: made here, and the office has not said that everybody
 * has the same; until then nothing is wrapped from it for others.
 */
export type HeldKey = KeyName & {
  readonly wrap: string
  readonly madeBy: MemberId
  readonly from: 'office' | 'here'
}
export type WantedWrap = KeyName & { readonly holder: Holder }
export type KeptRead = ReadNote & { readonly order: number }

/** One change of what the device keeps. */
export type DeviceWrite =
  /** Members that are given replace those that are there. */
  | { readonly write: 'state'; readonly state: Partial<DeviceState> }
  /** Adds an item to go, behind all others. */
  | { readonly write: 'new-item'; readonly item: NewItem }
  | { readonly write: 'standing'; readonly id: EntryId; readonly standing: ItemStanding }
  | { readonly write: 'subject-code'; readonly id: EntryId; readonly subjectCode: string }
  /** Only ever when a person said so. */
  | { readonly write: 'drop-item'; readonly id: EntryId }
  | { readonly write: 'held'; readonly held: HeldEntry }
  /**
   * Erases of a subject: held entries, those aside, wraps, wanted and outgoing wraps, and own items that reached the
   * office. Items that did not reach it stay. Files go, but for those that a staying item refers to.
   */
  | { readonly write: 'purge'; readonly subject: SubjectId }
  /**
   * As a purge of every subject, with member cards and assignments. `own`: whether own items that reached the office
   * stay, because they must be sent again, or go with the rest.
   */
  | { readonly write: 'purge-all'; readonly own: 'stay' | 'go' }
  /** A key that was made here does not take the place of one that came from the office under its name. */
  | { readonly write: 'wrap'; readonly wrap: HeldKey }
  /** Drops the key if it is this one, made here. */
  | { readonly write: 'drop-key'; readonly key: NewKey }
  | { readonly write: 'card'; readonly card: MemberCard }
  | { readonly write: 'assignment'; readonly assignment: AssignmentCard }
  | { readonly write: 'wanted'; readonly wanted: WantedWrap }
  | { readonly write: 'drop-wanted'; readonly wanted: WantedWrap }
  | { readonly write: 'outgoing-wrap'; readonly wrap: NewWrap }
  | { readonly write: 'drop-outgoing-wrap'; readonly wrap: NewWrap }
  | { readonly write: 'read'; readonly read: ReadNote }
  | { readonly write: 'drop-read'; readonly order: number }
  | { readonly write: 'aside'; readonly aside: AsideEntry }
  | { readonly write: 'drop-aside'; readonly id: EntryId }
  | { readonly write: 'blob'; readonly card: BlobCard; readonly chunks: readonly Uint8Array[] }
  /** Erases everything; what remains is only that the device was wiped. */
  | { readonly write: 'wipe' }

/**
 * What a device keeps. Reading and writing are apart, so that a store which encrypts can do so before it opens its
 * transaction, in which nothing else may be waited for.
 */
export type DeviceStore = {
  readState(): Promise<DeviceState>
  /** Own items in these states, in the order in which they were written. */
  listItems(states: readonly ItemState[]): Promise<readonly OwnItem[]>
  countItems(): Promise<Readonly<Record<ItemState, number>>>
  findItems(ids: readonly EntryId[]): Promise<ReadonlyMap<EntryId, OwnItem>>
  findHeld(ids: readonly EntryId[]): Promise<ReadonlyMap<EntryId, HeldEntry>>
  listHeld(subject: SubjectId): Promise<readonly HeldEntry[]>
  findWraps(subject: SubjectId, compartment: Compartment): Promise<readonly HeldKey[]>
  findCards(members: readonly MemberId[]): Promise<ReadonlyMap<MemberId, MemberCard>>
  listAside(): Promise<readonly AsideEntry[]>
  listWanted(): Promise<readonly WantedWrap[]>
  listOutgoingWraps(): Promise<readonly NewWrap[]>
  listReads(): Promise<readonly KeptRead[]>
  findBlob(blob: BlobId): Promise<BlobCard | undefined>
  readChunk(blob: BlobId, number: number): Promise<Uint8Array | undefined>
  /**
   * Applies the writes in their order, all of them or none, in one strict transaction: when it resolves they are
   * durable, whatever happens to the device.
   */
  commit(writes: readonly DeviceWrite[]): Promise<void>
}
