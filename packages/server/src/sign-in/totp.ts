import { randomBytes } from 'node:crypto'
import type { MemberId } from '@sathi/domain'
import { Secret, TOTP } from 'otpauth'
import { statement, type Transaction } from '../database/index.ts'

/** As every authenticator app has it by default. */
const period = 30
const digits = 6

const putSecret = statement(
  'put_totp',
  `insert into auth.totp (org_id, member_id, secret, state, last_step)
   values ((select app.org_id()), $1, $2, 'waiting', 0)
   on conflict (org_id, member_id) do update set secret = excluded.secret, last_step = 0
   where auth.totp.state = 'waiting' returning member_id`,
)
const selectSecret = statement(
  'find_totp',
  'select secret, state from auth.totp where org_id = (select app.org_id()) and member_id = $1',
)
// A code says nothing once it was taken: whoever looked over her shoulder comes too late.
const takeStep = statement(
  'take_totp_step',
  `update auth.totp set last_step = $2, state = 'confirmed'
   where org_id = (select app.org_id()) and member_id = $1 and last_step < $2 and state = $3 returning member_id`,
)
const deleteSecret = statement(
  'delete_totp',
  `delete from auth.totp where org_id = (select app.org_id()) and member_id = $1 returning member_id`,
)

type Row = { readonly secret: Buffer; readonly state: 'waiting' | 'confirmed' }

/** A new secret for her authenticator app, base32; it counts once a code of it was given. Undefined when she has one. */
export async function offerTotp(tx: Transaction, member: MemberId): Promise<string | undefined> {
  const secret = randomBytes(20)
  const stored = await tx.query(putSecret, [member, secret])
  return stored.length > 0 ? new Secret({ buffer: exactBuffer(secret) }).base32 : undefined
}

/** Takes a code of the present 30 seconds or of those just before or after, each at most once. */
export async function takeTotp(
  tx: Transaction,
  now: Date,
  member: MemberId,
  code: string,
  state: 'waiting' | 'confirmed',
): Promise<boolean> {
  const [row] = await tx.query<Row>(selectSecret, [member])
  if (row?.state !== state) return false
  const totp = new TOTP({ secret: new Secret({ buffer: exactBuffer(row.secret) }), digits, period })
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: 1 })
  if (delta === null) return false
  const step = Math.floor(now.getTime() / 1_000 / period) + delta
  return (await tx.query(takeStep, [member, step, state])).length > 0
}

export async function hasTotp(tx: Transaction, member: MemberId): Promise<boolean> {
  return (await tx.query<Row>(selectSecret, [member]))[0]?.state === 'confirmed'
}

export async function removeTotp(tx: Transaction, member: MemberId): Promise<boolean> {
  return (await tx.query(deleteSecret, [member])).length > 0
}

// A Buffer may be a part of a larger piece of memory.
function exactBuffer(bytes: Buffer): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}
