import { type Bytes, bind, isSignedBy, sign, type WebKey } from '../primitives/index.ts'
import type { CompartmentWrapPlace } from './wrap-key.ts'

/** Who wrapped: the member and the number of the key she signs with. */
export type Wrapper = { readonly memberId: string; readonly keyNumber: number }

/**
 * The wrapping member's word for a wrap. Anybody can wrap a key to a public key, a hostile server too, and would then
 * read what is sealed under it: so a device seals under a key only if somebody who has access vouches for its wrap.
 */
export function signWrap(
  wrapped: string,
  place: CompartmentWrapPlace,
  by: Wrapper,
  signingKey: WebKey,
): Promise<string> {
  return sign(signingKey, wrapBytes(wrapped, place, by))
}

export function isWrapSignedBy(
  wrapped: string,
  place: CompartmentWrapPlace,
  by: Wrapper,
  signature: string,
  signingPublicKey: string,
): Promise<boolean> {
  return isSignedBy(signingPublicKey, signature, wrapBytes(wrapped, place, by))
}

function wrapBytes(wrapped: string, place: CompartmentWrapPlace, by: Wrapper): Bytes {
  const { organisationId, holderId, subjectId, compartment, keyVersion } = place
  return bind(
    'sathi wrap 1',
    organisationId,
    holderId,
    subjectId,
    compartment,
    keyVersion,
    wrapped,
    by.memberId,
    by.keyNumber,
  )
}
