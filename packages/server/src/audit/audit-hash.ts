import { hash } from 'node:crypto'
import type { OrgId } from '../database/index.ts'

/*
 * Chained like the entries of the journal, under a name of its own, so that no link of one chain is a link of the other:
 *   hash(0) = SHA-256 of the UTF-8 text "sathi audit 1 " followed by the organisation's id
 *   hash(n) = SHA-256 of
 *     13 bytes  the UTF-8 text "sathi audit 1"
 *     32 bytes  hash(n - 1)
 *      8 bytes  n, unsigned, most significant byte first
 *      8 bytes  the moment, milliseconds since 1970-01-01T00:00:00Z, signed, most significant byte first
 *      rest     the UTF-8 bytes of the act's canonical JSON
 */
const domain = 'sathi audit 1'

/** The hash before the first act of an organisation. */
export function firstAuditHash(orgId: OrgId): Buffer {
  return hash('sha256', `${domain} ${orgId}`, 'buffer')
}

/** The hash of an act that follows `previous`: 32 bytes. */
export function auditHash(previous: Uint8Array, n: number, at: Date, body: string): Buffer {
  const numbers = Buffer.alloc(16)
  numbers.writeBigUInt64BE(BigInt(n), 0)
  numbers.writeBigInt64BE(BigInt(at.getTime()), 8)
  return hash('sha256', Buffer.concat([Buffer.from(domain), previous, numbers, Buffer.from(body)]), 'buffer')
}
