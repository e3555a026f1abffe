import { hash, randomBytes } from 'node:crypto'
import type { MemberId } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'

const howMany = 10
/** Read off paper: no l or o, no 0 or 1. Thirty-two letters and digits, five bits each. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
const length = 16

const storeCodes = statement(
  'store_recovery_codes',
  `insert into auth.recovery_code (org_id, member_id, hash)
   select (select app.org_id()), $1, h from unnest($2::bytea[]) as h`,
)
const deleteCodes = statement(
  'delete_recovery_codes',
  'delete from auth.recovery_code where org_id = (select app.org_id()) and member_id = $1',
)
const useCode = statement(
  'use_recovery_code',
  `delete from auth.recovery_code where org_id = (select app.org_id()) and member_id = $1 and hash = $2 returning hash`,
)
const countCodes = statement(
  'count_recovery_codes',
  'select count(*) as codes from auth.recovery_code where org_id = (select app.org_id()) and member_id = $1',
)

/** New codes in place of the old ones, each good for one sign-in without the other factors. Shown once, kept as hashes. */
export async function renewRecoveryCodes(tx: Transaction, member: MemberId): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode)
  await tx.query(deleteCodes, [member])
  await tx.query(storeCodes, [member, codes.map((code) => hashOf(code))])
  return codes
}

export async function removeRecoveryCodes(tx: Transaction, member: MemberId): Promise<void> {
  await tx.query(deleteCodes, [member])
}

export async function takeRecoveryCode(tx: Transaction, member: MemberId, code: string): Promise<boolean> {
  return (await tx.query(useCode, [member, hashOf(code)])).length > 0
}

export async function countRecoveryCodes(tx: Transaction, member: MemberId): Promise<number> {
  return (await tx.query<{ codes: number }>(countCodes, [member]))[0]?.codes ?? 0
}

function newCode(): string {
  const letters = [...randomBytes(length)].map((byte) => alphabet[byte & 31] ?? '')
  return letters.join('').replaceAll(/(.{4})(?=.)/g, '$1-')
}

function hashOf(code: string): Buffer {
  return hash('sha256', `sathi recovery code 1 ${code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`, 'buffer')
}
