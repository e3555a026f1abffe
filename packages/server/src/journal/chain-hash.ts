import { hash } from 'node:crypto'
import type { OrgId } from '../database/index.ts'

/*
 * The hash chain makes a change of the past visible: each entry's hash covers the hash before it. Exact bytes:
 *   hash(0) = SHA-256 of the UTF-8 text "sathi journal 1 " followed by the organisation's id (lower case, with hyphens)
 *   hash(n) = SHA-256 of
 *     32 bytes  hash(n - 1)
 *      8 bytes  position n, unsigned, most significant byte first
 *      8 bytes  received at, milliseconds since 1970-01-01T00:00:00Z, signed, most significant byte first
 *      rest     the entry's body: the UTF-8 bytes of its canonical JSON
 */
const fixedBytes = 48

/** The hash before the first entry of an organisation's journal. */
export function firstHash(orgId: OrgId): Buffer {
  return hash('sha256', `sathi journal 1 ${orgId}`, 'buffer')
}

export type ChainLink = {
  readonly previous: Uint8Array
  readonly position: number
  /** Milliseconds since 1970. */
  readonly receivedAt: number
  readonly body: string
}

// Entries are hashed one after the other and never across an await, so one piece of memory serves all.
let scratch = Buffer.alloc(4096)

/** The hash of an entry that follows `previous`: 32 bytes. */
export function chainHash({ previous, position, receivedAt, body }: ChainLink): Buffer {
  const most = fixedBytes + body.length * 3
  if (scratch.length < most) scratch = Buffer.alloc(most)
  scratch.set(previous, 0)
  writeInt64(position, 32)
  writeInt64(receivedAt, 40)
  const bodyBytes = scratch.write(body, fixedBytes)
  return hash('sha256', scratch.subarray(0, fixedBytes + bodyBytes), 'buffer')
}

/** Eight bytes, most significant first. */
function writeInt64(value: number, at: number): void {
  scratch.writeInt32BE(Math.floor(value / 2 ** 32), at)
  scratch.writeUInt32BE(value - Math.floor(value / 2 ** 32) * 2 ** 32, at + 4)
}
