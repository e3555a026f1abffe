import type { MemberId } from '@sathi/domain'
import {
  type CompartmentWrapPlace,
  findBase64url,
  isWrapSignedBy,
  signWrap,
  toBase64url,
  type WebKey,
  wrapCompartmentKey,
} from '@sathi/sealing'
import type { KeyName } from '@sathi/sync'
import type { Session } from './session.ts'
import { trustedCards } from './trusted-cards.ts'

/**
 * A wrap as it travels: the number of the key that vouches (4 bytes), the signature (64), and the wrap itself. Whose key it
 * is travels beside it.
 */
const head = 4 + 64

/** Wraps a key for somebody and vouches for it. */
export async function makeVouchedWrap(
  { profile }: Pick<Session, 'profile'>,
  key: WebKey,
  name: KeyName,
  holder: { readonly id: string; readonly publicKey: string },
  signingKey: WebKey,
): Promise<string> {
  const place = placeOf(profile.organisation, name, holder.id)
  const wrapped = await wrapCompartmentKey(key, holder.publicKey, place)
  const by = { memberId: profile.member, keyNumber: profile.keyNumber }
  const signature = findBase64url(await signWrap(wrapped, place, by, signingKey), 64)
  const bytes = findBase64url(wrapped)
  if (signature === undefined || bytes === undefined) throw new Error('a new wrap has an unknown form')
  const vouched = new Uint8Array(head + bytes.length)
  new DataView(vouched.buffer).setUint32(0, profile.keyNumber)
  vouched.set(signature, 4)
  vouched.set(bytes, head)
  return toBase64url(vouched)
}

/** The wrap itself, and whether somebody who is trusted vouches for it. Undefined when it is malformed. */
export async function readVouchedWrap(
  session: Session,
  wrap: string,
  name: KeyName,
  madeBy: MemberId,
): Promise<
  { readonly wrapped: string; readonly place: CompartmentWrapPlace; readonly isVouched: boolean } | undefined
> {
  const bytes = findBase64url(wrap)
  if (bytes === undefined || bytes.length <= head) return undefined
  const { organisation, member } = session.profile
  const place = placeOf(organisation, name, member)
  const wrapped = toBase64url(bytes.slice(head))
  const keyNumber = new DataView(bytes.buffer).getUint32(0)
  const signer = await findSigner(session, madeBy)
  const isVouched =
    signer?.keyNumber === keyNumber &&
    (await isWrapSignedBy(
      wrapped,
      place,
      { memberId: madeBy, keyNumber },
      toBase64url(bytes.slice(4, head)),
      signer.signing,
    ))
  return { wrapped, place, isVouched }
}

/** Her own word counts before her card has come. */
async function findSigner(
  session: Session,
  member: MemberId,
): Promise<{ readonly keyNumber: number; readonly signing: string } | undefined> {
  const { profile, keys } = session
  const usable = member === profile.member ? await keys : undefined
  if (usable !== undefined) return { keyNumber: profile.keyNumber, signing: usable.keys.public.signing }
  return (await trustedCards(session)).get(member)
}

function placeOf(
  organisationId: string,
  { subject, compartment, version }: KeyName,
  holderId: string,
): CompartmentWrapPlace {
  return { organisationId, subjectId: subject, compartment, keyVersion: version, holderId }
}
