import { timingSafeEqual } from 'node:crypto'
import type { Instant, MemberId } from '@sathi/domain'
import type { auditLists } from '@sathi/domain/staff'
import { findBase64url } from '@sathi/sealing'
import { bind, hpkeSeal, isSignedBy, toBase64url } from '@sathi/sealing/primitives'
import { appendAudit } from '../audit/index.ts'
import type { Transaction } from '../database/index.ts'
import {
  type Answer,
  type DeviceId,
  endSessions,
  findDevice,
  findMemberByCode,
  insertDevice,
  instantOf,
  listKeys,
  lockStaff,
  type Member,
  no,
  putDeviceState,
  rewrapAll,
  type StoredKeys,
  yes,
} from '../staff/index.ts'
import type { KeyWrap } from './change-passphrase.ts'
import { findCredential, type NewCredential, storeCredential } from './credential.ts'
import { getRecoveryKey } from './enrol.ts'
import { finishSignIn, type SignedIn } from './finish-sign-in.ts'
import { removePasskeys } from './passkeys.ts'
import { findPepper, fromPepper } from './pepper.ts'
import { removeRecoveryCodes } from './recovery-codes.ts'
import { removeTotp } from './totp.ts'

const openForMs = 30 * 60_000

/** How the words came together: the whole key, or two of its three shares. */
export type RecoveryWay = (typeof auditLists.recoveryWays.codes)[number]

/** Sealed to the recovery key: only who holds the words of the safe can say what is in it. */
export type RecoveryChallenge = {
  readonly organisation: string
  readonly keyNumber: number
  readonly until: Instant
  readonly sealed: string
}

/** The opened challenge, as proof that the words are in hand. */
export type RecoveryProof = { readonly until: Instant; readonly answer: string }

/** A member's keys as the recovery key opens them. */
export type RecoverableKeys = {
  readonly member: { readonly id: MemberId; readonly code: string }
  /** Counts her passphrases; her signature on the new one names it. */
  readonly version: number
  readonly keys: readonly Pick<StoredKeys, 'number' | 'sealing' | 'signing' | 'wrappedForRecovery'>[]
}

export type Recovery = {
  readonly proof: RecoveryProof
  readonly code: string
  readonly credential: NewCredential
  readonly wraps: readonly KeyWrap[]
  /** By her own signing key, over `recoveryBytes`. */
  readonly signature: string
  readonly device: { readonly id: DeviceId; readonly name: string }
}

/** Gives anybody the challenge: it says nothing but what its holder must open. */
export async function beginRecovery(tx: Transaction, now: Date): Promise<Answer<RecoveryChallenge>> {
  const pepper = await findPepper(tx)
  if (pepper === undefined) return no('not-set-up')
  const { number, publicKey } = await getRecoveryKey(tx)
  const until = instantOf(new Date(now.getTime() + openForMs))
  const key = findBase64url(publicKey, 32)
  if (key === undefined) throw new Error('the stored recovery key is no key')
  const info = bind('sathi recovery challenge 1', tx.orgId, number, until)
  const sealed = await hpkeSeal(
    key,
    Uint8Array.from(fromPepper(pepper, 'recovery', until)),
    info,
    new Uint8Array(),
  )
  return yes({ organisation: tx.orgId, keyNumber: number, until, sealed: toBase64url(sealed) })
}

/** Gives a member's keys, wrapped for recovery, to who has opened the challenge. Told to the audit journal. */
export async function openRecovery(
  tx: Transaction,
  now: Date,
  { proof, code, way }: { readonly proof: RecoveryProof; readonly code: string; readonly way: RecoveryWay },
): Promise<Answer<RecoverableKeys>> {
  const found = await findRecovered(tx, now, proof, code)
  if (!found.ok) return found
  const { member, version } = found.value
  const keys = (await listKeys(tx, member.id)).map(({ number, sealing, signing, wrappedForRecovery }) => ({
    number,
    sealing,
    signing,
    wrappedForRecovery,
  }))
  await appendAudit(tx, {
    name: 'recovery_used',
    by: null,
    device: null,
    fields: { member: member.id, way },
  })
  return yes({ member: { id: member.id, code: member.code }, version, keys })
}

/**
 * A new passphrase for a member whose keys the recovery key has opened, which her signature proves. Her sessions end and her
 * second factors go, since whoever lost one may have lost the other; this device has her keys and is approved.
 */
export async function finishRecovery(
  tx: Transaction,
  now: Date,
  { proof, code, credential, wraps, signature, device }: Recovery,
): Promise<Answer<SignedIn>> {
  await lockStaff(tx)
  const found = await findRecovered(tx, now, proof, code)
  if (!found.ok) return found
  const { member, version } = found.value
  const keys = (await listKeys(tx, member.id)).find(({ number }) => number === member.keyNumber)
  const signed = recoveryBytes(tx.orgId, member, { version, proof, credential, device: device.id })
  if (keys === undefined || !(await isSignedBy(keys.signing, signature, signed))) return no('card-refused')
  const known = await findDevice(tx, device.id)
  if (known !== undefined && known.memberId !== member.id) return no('not-there')
  if (known?.state === 'wiping' || known?.state === 'wiped') return no('device-waits')
  if (!(await rewrapAll(tx, member.id, wraps))) return no('overtaken')
  await storeCredential(tx, member.id, credential)
  await endSessions(tx, member.id)
  await removeTotp(tx, member.id)
  await removePasskeys(tx, member.id, null)
  await removeRecoveryCodes(tx, member.id)
  if (known === undefined) {
    await insertDevice(tx, { ...device, memberId: member.id, state: 'approved', approvedBy: member.id })
  } else await putDeviceState(tx, device.id, 'approved', member.id)
  const who = { by: member.id, device: device.id }
  await appendAudit(
    tx,
    { ...who, name: 'passphrase_changed', fields: {} },
    { ...who, name: 'device_approved', fields: { device: device.id, member: member.id } },
  )
  return finishSignIn(tx, now, member, device, null)
}

/** What a member signs with her recovered key: whose passphrase is replaced, by which, and on which device. */
export function recoveryBytes(
  organisationId: string,
  member: { readonly id: string; readonly keyNumber: number },
  about: Pick<Recovery, 'proof' | 'credential'> & { readonly version: number; readonly device: string },
) {
  const { salt, secret, parameters } = about.credential
  const { memoryKiB, passes, lanes } = parameters
  return bind(
    'sathi recovery 1',
    organisationId,
    member.id,
    member.keyNumber,
    about.version,
    about.proof.until,
    about.device,
    salt,
    memoryKiB,
    passes,
    lanes,
    secret,
  )
}

async function findRecovered(
  tx: Transaction,
  now: Date,
  { until, answer }: RecoveryProof,
  code: string,
): Promise<Answer<{ readonly member: Member; readonly version: number }>> {
  const pepper = await findPepper(tx)
  if (pepper === undefined) return no('not-set-up')
  const given = Buffer.from(answer, 'base64url')
  const expected = fromPepper(pepper, 'recovery', until)
  const late = until <= instantOf(now) || Date.parse(until) > now.getTime() + openForMs
  if (late || given.length !== expected.length || !timingSafeEqual(given, expected))
    return no('sign-in-refused')
  const member = await findMemberByCode(tx, code)
  const credential = member && (await findCredential(tx, member.id))
  // Who was suspended, or has made no keys, has nothing to recover.
  const has = member !== undefined && (member.state === 'active' || member.state === 'enrolled')
  return has && credential !== undefined ? yes({ member, version: credential.version }) : no('not-there')
}
