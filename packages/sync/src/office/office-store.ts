import type { Compartment, Entry, EntryId, Instant, MemberId, SubjectId, SubjectRef } from '@sathi/domain'
import type { Access } from '@sathi/domain/staff'
import type {
  AppendOutcome,
  AssignmentCard,
  BlobCard,
  BlobId,
  DeviceId,
  FeedHead,
  Holder,
  KeyName,
  LockReason,
  MemberCard,
  NewKey,
  NewWrap,
  ReadNote,
  Submission,
} from '../messages/index.ts'

/** Who speaks: a member, her user code, and the device that the session belongs to. */
export type Actor = { readonly member: MemberId; readonly author: string; readonly device: DeviceId }

/** Where the office keeps everything. */
export type OfficeStore = {
  /**
   * Runs one transaction for the actor: everything it writes is there, or nothing, and its result is handed on only
   * when it is durable. May run `work` again when others were in its way, so `work` does nothing besides.
   */
  transact<Result>(actor: Actor, work: (tx: OfficeTransaction) => Promise<Result>): Promise<Result>
}

/** An entry as the feed gives it. */
export type FedEntry = {
  readonly position: number
  readonly receivedAt: Instant
  readonly entry: Entry
  readonly subjectCode: string
}

/**
 * The end of the feed, and for the actor: the last access event, and the last that changed her roles. A reinstatement is
 * one: a pull that ran into her suspension was shown nothing of what it passed.
 */
export type FeedEnd = FeedHead & { readonly access: number; readonly rolesChanged: number }

/** Something about access that the actor is told. It has a number in a counter of its own beside the positions. */
export type AccessEvent =
  | {
      readonly event: 'granted' | 'revoked'
      readonly subject: SubjectRef
      readonly subjectCode: string
    }
  | ({ readonly event: 'wrap'; readonly wrap: string; readonly madeBy: MemberId } & CaseKey)
  | { readonly event: 'member'; readonly card: MemberCard }
  | { readonly event: 'assignment'; readonly subject: SubjectRef; readonly assignment: AssignmentCard }
  | ({ readonly event: 'wanted'; readonly holder: Holder } & CaseKey)

type CaseKey = {
  readonly subject: SubjectRef
  readonly compartment: Compartment
  readonly version: number
}

export type NumberedEvent = { readonly n: number; readonly what: AccessEvent }

/** A wrap that somebody lacks. */
export type WantedWrap = Omit<CaseKey, 'subject'> & { readonly holder: Holder }

/** A wrap that the actor holds. */
export type HeldWrap = Omit<CaseKey, 'subject'> & { readonly wrap: string; readonly madeBy: MemberId }

export type DeviceStanding =
  | { readonly state: 'ok'; readonly leaseUntil: Instant }
  | { readonly state: 'locked'; readonly reason: LockReason }
  | { readonly state: 'wipe' }

/** An entry that is kept for a person to look at, and not in the journal. */
export type Quarantined = {
  readonly submission: Submission
  /** The canonical JSON of the entry. */
  readonly body: string
  readonly why: 'access-lost' | 'other-bytes'
  readonly receivedAt: Instant
}

/** What is said at a greeting, and what was measured. */
export type Greeting = {
  readonly appVersion: string
  readonly head: FeedHead | undefined
  /** Milliseconds to add to the device's clock to have the office's. */
  readonly clockOffset: number
  readonly unsynced: number
  readonly at: Instant
}

/**
 * What one message may ask of the store. Writes may become visible to reads only after the end of the transaction: nothing
 * here rests on reading what the same transaction wrote. The reads of one transaction may see different moments, but a
 * later read never an earlier one.
 */
export type OfficeTransaction = {
  /** Writes the access events that are due because time passed: an assignment has begun or ended, break-glass is over. */
  noteElapsedAccess(now: Instant): Promise<void>
  /** Throws when the organisation does not exist. */
  getFeedEnd(): Promise<FeedEnd>
  /** What the actor, or another member, may and might, as it stands now. */
  readAccess(member?: MemberId): Promise<Access>

  /** Hello. */
  readStanding(now: Instant): Promise<DeviceStanding>
  noteGreeting(greeting: Greeting): Promise<void>
  noteWiped(at: Instant): Promise<void>

  /** Push. What is stored or kept aside under these ids, whoever may see it: canonical JSON, and positions. */
  findStored(
    ids: readonly EntryId[],
  ): Promise<ReadonlyMap<EntryId, { readonly body: string; readonly position: number }>>
  findQuarantined(ids: readonly EntryId[]): Promise<ReadonlyMap<EntryId, readonly string[]>>
  /** Keeps each once, however often it comes. */
  quarantine(kept: readonly Quarantined[]): Promise<void>
  /** The subjects that exist, whoever may see them. */
  findSubjects(ids: readonly SubjectId[]): Promise<ReadonlySet<SubjectId>>
  /** The card of the actor, with the keys that her signatures are verified by. */
  getCard(): Promise<MemberCard>
  /** Milliseconds, as measured at the device's last greeting; 0 before the first. */
  readClockOffset(): Promise<number>
  /** Those of the files of which every chunk is there. */
  findFinishedBlobs(ids: readonly BlobId[]): Promise<ReadonlySet<BlobId>>
  /** Stores what is good by kind, codes and the journal around it, with positions taken last. Asked once in a transaction. */
  append(submissions: readonly Submission[], receivedAt: Instant): Promise<readonly AppendOutcome[]>
  /** The author of an opening works on the case that she opened, from the moment on at which she wrote it. */
  assignOpener(opened: readonly OpenedCase[]): Promise<void>
  /** The keys that are kept, with their wraps. */
  findKeys(subjects: readonly SubjectId[]): Promise<readonly NewKey[]>
  /**
   * Keeps new keys with their wraps, and asks for the wraps that entitled members lack. When another transaction has
   * meanwhile kept a key of the same name, the whole transaction is run again.
   */
  keepKeys(keys: readonly NewKey[]): Promise<void>
  keepWraps(wraps: readonly NewWrap[]): Promise<void>
  noteReads(reads: readonly ReadNote[]): Promise<void>

  /** Pull. The events after number `after`, up to `until`, that concern the actor, in order. */
  readEvents(range: {
    readonly after: number
    readonly until: number
    readonly limit: number
  }): Promise<readonly NumberedEvent[]>
  /**
   * Entries after position `after`, up to `until`, in order; at most `limit`. What the actor may not see may be left out.
   * `reached`: everything up to this position was looked at.
   */
  readFeed(range: FeedRange): Promise<{ readonly entries: readonly FedEntry[]; readonly reached: number }>
  readSubjectFeed(
    subject: SubjectId,
    range: FeedRange,
  ): Promise<{ readonly entries: readonly FedEntry[]; readonly reached: number }>
  /** The wraps of a subject's keys that the actor holds. */
  readWraps(subject: SubjectId): Promise<readonly HeldWrap[]>
  /** The wraps of a subject's keys that members lack who may open their compartment. */
  readWanted(subject: SubjectId): Promise<readonly WantedWrap[]>
  hasWrap(name: KeyName, holder: Holder): Promise<boolean>

  /** Blobs. */
  findBlob(blob: BlobId): Promise<{ readonly card: BlobCard; readonly have: number } | undefined>
  findSubject(subject: SubjectId): Promise<SubjectRef | undefined>
  putBlob(card: BlobCard): Promise<void>
  putChunk(blob: BlobId, number: number, bytes: Uint8Array): Promise<void>
  readChunk(blob: BlobId, number: number): Promise<Uint8Array | undefined>
}

export type OpenedCase = { readonly case: SubjectId; readonly from: Instant }

export type FeedRange = { readonly after: number; readonly until: number; readonly limit: number }
