import type { EntryId } from '@sathi/domain'
import type { BlobId, DeviceId, Epoch, NewKey } from '../messages/index.ts'
import type { FedEntry, OfficeStore } from '../office/index.ts'
import type { AccessAct, AccessBook } from './invented-people.ts'

/** What an office holds, for a test to look at. */
export type OfficeInspection = {
  readonly epoch: Epoch
  /** In order of position. */
  readonly entries: readonly FedEntry[]
  readonly quarantined: readonly { readonly id: EntryId; readonly body: string }[]
  readonly keys: readonly NewKey[]
  readonly finishedBlobs: ReadonlySet<BlobId>
}

/**
 * An office that schedules are run against: its store, and what its people and its machines do to it. The invented members
 * are there from the start, with their roles and devices, and are named to everybody.
 */
export type OfficeUnderTest = {
  readonly store: OfficeStore
  /** With all that follows from it: access events, and wraps that are wanted. A grant or revocation names a stored case. */
  act(act: AccessAct): Promise<void>
  /** The device is told to erase itself when it comes next. */
  askToWipe(device: DeviceId): Promise<void>
  /** Whatever runs ends at once; what is committed stays. */
  crash(): Promise<void>
  backUp(): Promise<void>
  /** Puts the last backup in place of everything, as a new life of the feed. False when there is no backup. */
  restore(): Promise<boolean>
  inspect(): Promise<OfficeInspection>
  /** Where an entry is, as it is committed now. */
  whereIs(id: EntryId): Promise<'stored' | 'quarantined' | 'nowhere'>
  /** Who may do what by right, with everything that happened so far: also that who opened a case works on it. */
  readBook(): Promise<AccessBook>
}
