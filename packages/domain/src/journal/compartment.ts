/** Who may read is decided per case and compartment; each has keys of its own. */
export const compartments = ['casework', 'counselling', 'health', 'legal'] as const
export type Compartment = (typeof compartments)[number]

/** A sealed part of an entry as it travels: ciphertext (nonce, AES-256-GCM, tag), base64url without padding. */
export type Box = string & { readonly box: unique symbol }

/** SHA-256 of a box's bytes, base64url: what stands for a part that the reader may not have. */
export type BoxDigest = string & { readonly boxDigest: unique symbol }

/**
 * What an entry says in one compartment, readable only with that compartment's key of the case. Who may not open the
 * compartment gets the digest in place of the box, and can still verify the entry's signature.
 */
export type SealedPart =
  | { readonly keyVersion: number; readonly box: Box }
  | { readonly keyVersion: number; readonly digest: BoxDigest }

export type SealedParts = { readonly [Name in Compartment]?: SealedPart }

/** A sealed part in its own device's form is longer than any note: a file travels as a blob of its own. */
export const longestBox = 262_144
const base64url = /^[A-Za-z0-9_-]+$/
// 12 bytes nonce, 16 bytes tag, at least one block of padded text.
const shortestBox = 64
const digestLength = 43

/** Whether a value from outside is a sealed part: of the right form, not whether anybody can open it. */
export function isSealedPart(value: unknown): value is SealedPart {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const part = value as { keyVersion?: unknown; box?: unknown; digest?: unknown }
  if (!Number.isSafeInteger(part.keyVersion) || (part.keyVersion as number) < 1) return false
  const names = Object.keys(part)
  if (names.length !== 2) return false
  if (typeof part.box === 'string') {
    return part.box.length >= shortestBox && part.box.length <= longestBox && base64url.test(part.box)
  }
  return typeof part.digest === 'string' && part.digest.length === digestLength && base64url.test(part.digest)
}
