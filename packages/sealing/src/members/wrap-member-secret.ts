import {
  type Bytes,
  bind,
  findBase64url,
  hpkeOpen,
  hpkeSeal,
  type KeyPair,
  malformed,
  type Opened,
  openBox,
  opened,
  sealBox,
  toBase64url,
  type WebKey,
} from '../primitives/index.ts'
import { type MemberSecret, memberSecretLength } from './member-keys.ts'

/** Whose keys, and the how many-th pair she has, from 1. */
export type MemberKeyOwner = {
  readonly organisationId: string
  readonly memberId: string
  readonly keyNumber: number
}

/** Wraps a member's private keys under the key that her passphrase gives; base64url. */
export async function wrapMemberSecret(
  secret: MemberSecret,
  wrapKey: WebKey,
  owner: MemberKeyOwner,
): Promise<string> {
  return toBase64url(await sealBox(wrapKey, secret, boundTo('passphrase', owner)))
}

export async function openMemberSecret(
  wrapped: string,
  wrapKey: WebKey,
  owner: MemberKeyOwner,
): Promise<Opened<MemberSecret>> {
  const box = findBase64url(wrapped)
  if (box === undefined) return malformed
  return asMemberSecret(await openBox(wrapKey, box, boundTo('passphrase', owner)))
}

/** Wraps them to the organisation's recovery key as well, for the day the passphrase is forgotten; base64url. */
export async function wrapMemberSecretForRecovery(
  secret: MemberSecret,
  recoveryPublicKey: string,
  owner: MemberKeyOwner,
): Promise<string> {
  const publicKey = findBase64url(recoveryPublicKey, 32)
  if (publicKey === undefined) throw new Error('not a public key')
  return toBase64url(await hpkeSeal(publicKey, secret, boundTo('recovery', owner), nothing))
}

export async function openMemberSecretByRecovery(
  wrapped: string,
  recoveryKey: KeyPair,
  owner: MemberKeyOwner,
): Promise<Opened<MemberSecret>> {
  const sealed = findBase64url(wrapped)
  if (sealed === undefined) return malformed
  return asMemberSecret(await hpkeOpen(recoveryKey, sealed, boundTo('recovery', owner), nothing))
}

const nothing = new Uint8Array()

const boundTo = (by: 'passphrase' | 'recovery', owner: MemberKeyOwner): Bytes =>
  bind('sathi member keys 1', by, owner.organisationId, owner.memberId, owner.keyNumber)

function asMemberSecret(answer: Opened<Bytes>): Opened<MemberSecret> {
  if (answer.state === 'refused') return answer
  return answer.value.length === memberSecretLength ? opened(answer.value as MemberSecret) : malformed
}
