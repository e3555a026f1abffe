import type { Box, BoxDigest, Entry, Instant } from '@sathi/domain'
import type { MemberCard } from '../messages/index.ts'
import type { OfficeStore } from './office-store.ts'

/** What the office's answers need from outside. */
export type OfficePorts = {
  readonly store: OfficeStore
  now(): Instant
  /** SHA-256 of a box's bytes. */
  digestOf(box: Box): BoxDigest
  /** SHA-256 of a chunk's bytes, base64url. */
  digestOfBytes(bytes: Uint8Array): Promise<string>
  /** Whether the entry's signature is that of the member of the card, over the entry as it is. */
  verify(entry: Entry, card: MemberCard): Promise<boolean>
  /** The oldest version of the app that may read pages. */
  readonly oldestToPull: string
}
