import { z } from 'zod'
import {
  AppVersion,
  DeviceIdText,
  Digest,
  EpochText,
  InstantText,
  Position,
  ProtocolVersion,
} from './identifiers.ts'

/** The end of the feed: its last position in its present life, and the hash that covers everything up to it. */
export type FeedHead = z.infer<typeof FeedHead>
export const FeedHead = z.strictObject({ epoch: EpochText, position: Position, seal: Digest })

/** What a device says first, whenever it has a connection. */
export type HelloRequest = z.infer<typeof HelloRequest>
export const HelloRequest = z.strictObject({
  protocol: ProtocolVersion,
  device: DeviceIdText,
  appVersion: AppVersion,
  /** The end of the feed as the device last saw it. */
  head: FeedHead.exactOptional(),
  /** The device's own clock. */
  clock: InstantText,
  /** How many entries wait on the device. */
  unsynced: z.int().min(0),
  leaseDaysLeft: z.number().exactOptional(),
})

/** The oldest versions of the app that may push and that may pull. Pushing is refused to none, so `push` is `0`. */
export type OldestApps = z.infer<typeof OldestApps>
export const OldestApps = z.strictObject({ push: AppVersion, pull: AppVersion })

export type LockReason = z.infer<typeof LockReason>
export const LockReason = z.enum(['member-suspended', 'device-locked', 'device-not-approved'])

export type HelloAnswer = z.infer<typeof HelloAnswer>
export const HelloAnswer = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('ok'),
    serverTime: InstantText,
    leaseUntil: InstantText,
    head: FeedHead,
    oldest: OldestApps,
  }),
  z.strictObject({ state: z.literal('locked'), reason: LockReason }),
  z.strictObject({ state: z.literal('wipe') }),
])

/** A device that has erased itself says so; the office notes when. */
export type WipedRequest = z.infer<typeof WipedRequest>
export const WipedRequest = z.strictObject({ protocol: ProtocolVersion, device: DeviceIdText })
export type WipedAnswer = z.infer<typeof WipedAnswer>
export const WipedAnswer = z.strictObject({ state: z.literal('noted') })
