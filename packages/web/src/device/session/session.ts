import type { Instant, MemberId } from '@sathi/domain'
import type { Access } from '@sathi/domain/staff'
import type { MemberCard, PinnedKey, WebKey } from '@sathi/sealing'
import type { DeviceId, DeviceStore } from '@sathi/sync'
import type { DeviceRecords } from '../records/device-records.ts'
import type { SafeCopy } from '../safe-copy/safe-copy.ts'
import type { UsableKeys, WrappedKeys } from '../vault/vault-tasks.ts'

/** Who works on this device, and what she needs to do so without a network. */
export type Profile = {
  readonly organisation: string
  readonly member: MemberId
  /** Her user code, as it stands in what she writes. */
  readonly code: string
  readonly keyNumber: number
  readonly device: DeviceId
  /** Her keys under her passphrase; absent until they are made. */
  readonly kept?: WrappedKeys
  /** The same keys for a new passphrase, until the vault has it too. */
  readonly next?: WrappedKeys
  /** Public half of the organisation's recovery key: every key of a case is wrapped to it. */
  readonly recoveryPublicKey: string
  /** The first member's key, as the invitation said it: the end of every chain of approvals. */
  readonly pinned: PinnedKey
  /** The organisation's key for finding names, wrapped to this member. */
  readonly indexWrap?: { readonly wrap: string; readonly keyVersion: number }
  /** What she may see and do, as the office last said; everything is allowed here while it has not. */
  readonly access?: Access
}

/** Everything decrypted that a page holds while the device is open. Locking leaves none of it behind. */
export type Session = {
  profile: Profile
  readonly records: DeviceRecords
  readonly store: DeviceStore
  readonly copy: SafeCopy
  /** How many entries were put back because the browser had lost its database; nearly always none. */
  readonly putBackEntries: number
  /** Undefined when the vault was opened by something else than the passphrase that wraps her keys. */
  readonly keys: Promise<UsableKeys | undefined>
  readonly opened: Opened
  now(): Instant
  isOnline(): boolean
  isEnded(): boolean
}

/** What was opened on demand and may be asked for again. */
export type Opened = {
  readonly compartmentKeys: Map<string, WebKey>
  /** Cards that came, trusted or not, by member. */
  readonly cards: Map<MemberId, unknown>
  trusted: Promise<ReadonlyMap<MemberId, MemberCard>> | undefined
  indexKey: WebKey | undefined
}

export function nothingOpened(): Opened {
  return { compartmentKeys: new Map(), cards: new Map(), trusted: undefined, indexKey: undefined }
}

/** Forgets what was opened. */
export function forgetOpened(opened: Opened): void {
  opened.compartmentKeys.clear()
  opened.cards.clear()
  opened.trusted = undefined
  opened.indexKey = undefined
}

/** Nothing can be read or written: the device is locked. */
export class DeviceLocked extends Error {
  constructor() {
    super('the device is locked')
    this.name = 'DeviceLocked'
  }
}

/** The same, for what came back after the device was locked. */
export function unlessEnded<Value>(session: Session, value: Value): Value {
  if (session.isEnded()) throw new DeviceLocked()
  return value
}
