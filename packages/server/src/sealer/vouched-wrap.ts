import {
  type CompartmentWrapPlace,
  findBase64url,
  isWrapSignedBy,
  signWrap,
  toBase64url,
} from '@sathi/sealing'
import type { MemberAtHand } from './member-at-hand.ts'

/**
 * A wrap as it is kept and travels: the number of the key that vouches for it (4 bytes), the signature (64), the wrap. Who
 * made it stands beside it.
 */
const headLength = 4 + 64

/** Vouches for a wrap that the member made. */
export async function vouchForWrap(
  wrapped: string,
  place: CompartmentWrapPlace,
  { id, keyNumber, keys }: MemberAtHand,
): Promise<string> {
  const signature = findBase64url(
    await signWrap(wrapped, place, { memberId: id, keyNumber }, keys.signing),
    64,
  )
  const bytes = findBase64url(wrapped)
  if (signature === undefined || bytes === undefined) throw new Error('a new wrap has an unknown form')
  const vouched = new Uint8Array(headLength + bytes.length)
  new DataView(vouched.buffer).setUint32(0, keyNumber)
  vouched.set(signature, 4)
  vouched.set(bytes, headLength)
  return toBase64url(vouched)
}

export type VouchedWrap = {
  readonly wrapped: string
  isVouchedBy(maker: { readonly memberId: string; readonly signing: string }): Promise<boolean>
  readonly keyNumber: number
}

/** Takes a vouched wrap apart. Undefined when it is malformed. */
export function findVouchedWrap(text: string, place: CompartmentWrapPlace): VouchedWrap | undefined {
  const bytes = findBase64url(text)
  if (bytes === undefined || bytes.length <= headLength) return undefined
  const wrapped = toBase64url(bytes.slice(headLength))
  const keyNumber = new DataView(bytes.buffer).getUint32(0)
  const signature = toBase64url(bytes.slice(4, headLength))
  return {
    wrapped,
    keyNumber,
    isVouchedBy: ({ memberId, signing }) =>
      isWrapSignedBy(wrapped, place, { memberId, keyNumber }, signature, signing),
  }
}
