import type { Instant } from '@sathi/domain'
import type { OfficePorts } from '@sathi/sync'
import type { Database, OrgId } from '../database/index.ts'
import { openOfficeStore } from './office-store.ts'
import { digestOfBox, digestOfBytes, verifySignature } from './verify-signature.ts'

/** The oldest app that understands the pages of this server. */
const oldestToPull = '0.1.0'

/** What the answers to one organisation's devices rest on. */
export function officeFor(database: Database, orgId: OrgId): OfficePorts {
  const now = (): Instant => new Date().toISOString() as Instant
  return {
    store: openOfficeStore(database, orgId, now),
    now,
    digestOf: digestOfBox,
    digestOfBytes,
    verify: (entry, card) => verifySignature(orgId, entry, card),
    oldestToPull,
  }
}
