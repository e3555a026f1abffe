import {
  type Bytes,
  bind,
  findBase64url,
  hkdf,
  hmac,
  importHmacKey,
  keyLength,
  randomBytes,
  sameBytes,
  toBase64url,
} from '../primitives/index.ts'
import type { MemberPublicKeys } from './member-keys.ts'
import type { MemberKeyOwner } from './wrap-member-secret.ts'

/**
 * An invitation. The secret is in the link (behind its `#`) and on the inviter's device, and nowhere else; the server
 * finds the invitation by a hash from which the secret does not follow. Both base64url, 32 bytes.
 */
export type Invitation = { readonly secret: string; readonly lookup: string }

export async function createInvitation(): Promise<Invitation> {
  const secret = randomBytes(keyLength)
  return { secret: toBase64url(secret), lookup: await lookupOf(secret) }
}

/** What the invited device asks the server for; undefined when the link is damaged. */
export async function findInvitationLookup(secret: string): Promise<string | undefined> {
  const bytes = findBase64url(secret, keyLength)
  return bytes && lookupOf(bytes)
}

/** The invited device's proof that its new public keys come from whoever holds the link; undefined when the link is damaged. */
export async function proveInvitedKeys(
  secret: string,
  owner: MemberKeyOwner,
  keys: MemberPublicKeys,
): Promise<string | undefined> {
  const bytes = findBase64url(secret, keyLength)
  return bytes && toBase64url(await proofOf(bytes, owner, keys))
}

/** Asked by the inviter's device before the card is signed: the server may have put keys of its own in their place. */
export async function areInvitedKeys(
  secret: string,
  owner: MemberKeyOwner,
  keys: MemberPublicKeys,
  proof: string,
): Promise<boolean> {
  const bytes = findBase64url(secret, keyLength)
  const given = findBase64url(proof, 32)
  if (bytes === undefined || given === undefined) return false
  return sameBytes(given, await proofOf(bytes, owner, keys))
}

const noSalt = new Uint8Array()

async function lookupOf(secret: Bytes): Promise<string> {
  return toBase64url(await hkdf(secret, noSalt, bind('sathi invitation lookup 1'), 32))
}

async function proofOf(secret: Bytes, owner: MemberKeyOwner, keys: MemberPublicKeys): Promise<Bytes> {
  const key = await importHmacKey(await hkdf(secret, noSalt, bind('sathi invitation proof 1'), 32))
  const { organisationId, memberId, keyNumber } = owner
  return hmac(
    key,
    bind('sathi invited keys 1', organisationId, memberId, keyNumber, keys.sealing, keys.signing),
  )
}
