import type { Instant } from '@sathi/domain'
import type { OfficeTransaction } from './office-store.ts'

/**
 * Whether this device, or its member, is locked, not approved or to be wiped. A changed app passes over the greeting, so
 * every message asks.
 */
export async function isBarred(tx: OfficeTransaction, now: Instant): Promise<boolean> {
  return (await tx.readStanding(now)).state !== 'ok'
}
