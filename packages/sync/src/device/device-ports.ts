import type { Entry, Instant } from '@sathi/domain'
import type { DeviceId, MemberCard, NewWrap } from '../messages/index.ts'
import type { DeviceStore, HeldKey, WantedWrap } from './device-store.ts'
import type { Office } from './office.ts'

/** What a device's round needs from outside. */
export type DevicePorts = {
  readonly store: DeviceStore
  readonly office: Office
  readonly device: DeviceId
  readonly appVersion: string
  /** The device's own clock, right or wrong. */
  now(): Instant
  /**
   * Whether an entry from the office is believed: its signature holds by the card of who signed it. Without a card it is
   * a record that was imported before there were members.
   */
  verify(entry: Entry, card: MemberCard | undefined): Promise<boolean>
  /** Wraps a key that is held here for somebody who lacks it; undefined when no key of hers is known. */
  makeWrap(wanted: WantedWrap, key: HeldKey): Promise<NewWrap | undefined>
}
