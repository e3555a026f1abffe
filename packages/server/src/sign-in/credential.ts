import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { MemberId } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'

/** What one guess at a passphrase costs: Argon2id's memory in KiB, passes over it, lanes. */
export type StretchParameters = {
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
}

/** What a device brings when a passphrase is chosen: how to derive from it again, and the half that is for the server. */
export type NewCredential = {
  /** 16 bytes, base64url. */
  readonly salt: string
  readonly parameters: StretchParameters
  /** 32 bytes, base64url. */
  readonly secret: string
}

export type Credential = {
  readonly salt: string
  readonly parameters: StretchParameters
  readonly verifierSalt: Buffer
  readonly verifier: Buffer
  /** Counts the passphrases that she has had, from 1. */
  readonly version: number
}

const putCredential = statement(
  'put_credential',
  `insert into auth.credential
     (org_id, member_id, salt, memory_kib, passes, lanes, verifier_salt, verifier, version)
   values ((select app.org_id()), $1, $2, $3, $4, $5, $6, $7, 1)
   on conflict (org_id, member_id) do update set salt = excluded.salt, memory_kib = excluded.memory_kib,
     passes = excluded.passes, lanes = excluded.lanes, verifier_salt = excluded.verifier_salt,
     verifier = excluded.verifier, version = auth.credential.version + 1`,
)
const selectCredential = statement(
  'find_credential',
  `select salt, memory_kib, passes, lanes, verifier_salt, verifier, version from auth.credential
   where org_id = (select app.org_id()) and member_id = $1 for share`,
)

type Row = {
  readonly salt: string
  readonly memory_kib: number
  readonly passes: number
  readonly lanes: number
  readonly verifier_salt: Buffer
  readonly verifier: Buffer
  readonly version: number
}

/** Lets a member sign in with a new passphrase, and no more with the one before. */
export async function storeCredential(
  tx: Transaction,
  member: MemberId,
  { salt, parameters, secret }: NewCredential,
): Promise<void> {
  const verifierSalt = randomBytes(16)
  const { memoryKiB, passes, lanes } = parameters
  await tx.query(putCredential, [
    member,
    salt,
    memoryKiB,
    passes,
    lanes,
    verifierSalt,
    verifierOf(secret, verifierSalt),
  ])
}

export async function findCredential(tx: Transaction, member: MemberId): Promise<Credential | undefined> {
  const [row] = await tx.query<Row>(selectCredential, [member])
  if (row === undefined) return undefined
  const { salt, memory_kib, passes, lanes, verifier_salt, verifier, version } = row
  return {
    salt,
    parameters: { memoryKiB: memory_kib, passes, lanes },
    verifierSalt: verifier_salt,
    verifier,
    version,
  }
}

const nobody = { verifierSalt: Buffer.alloc(16), verifier: Buffer.alloc(32) }

/** Whether the secret is this member's. Takes as long when there is no such member. */
export function isSecretOf(
  credential: Pick<Credential, 'verifierSalt' | 'verifier'> | undefined,
  secret: string,
): boolean {
  const { verifierSalt, verifier } = credential ?? nobody
  const same = timingSafeEqual(verifierOf(secret, verifierSalt), verifier)
  return same && credential !== undefined
}

// The secret is 256 bits that came through Argon2id on the device: a guess costs that much, whatever is done here.
function verifierOf(secret: string, salt: Buffer): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from('sathi sign-in 1'), salt, Buffer.from(secret)]), 'buffer')
}
