import {
  type Bytes,
  bind,
  findBase64url,
  findText,
  malformed,
  type Opened,
  openBox,
  opened,
  sealBox,
  sha256,
  toBase64url,
  utf8,
  type WebKey,
} from '../primitives/index.ts'
import { findUnpadded, pad } from './pad.ts'

/** Where a sealed part belongs; it opens nowhere else. */
export type PartPlace = {
  readonly organisationId: string
  readonly subjectId: string
  readonly entryId: string
  readonly kind: string
  readonly compartment: string
}

/** What an entry says in one compartment: nonce, ciphertext and tag, base64url. */
export type BoxedPart = { readonly keyVersion: number; readonly box: string }

/** The same for somebody who may not have it: SHA-256 of the box's bytes, base64url. */
export type WithheldPart = { readonly keyVersion: number; readonly digest: string }

export type SealedFields = Readonly<Record<string, unknown>>

/** Writes a value as JSON in the one way that signatures rest on; handed in, since it is `domain`'s. */
export type CanonicalJson = (value: unknown) => string

export async function sealPart(
  fields: SealedFields,
  key: WebKey,
  keyVersion: number,
  place: PartPlace,
  canonicalJson: CanonicalJson,
): Promise<BoxedPart> {
  const box = await sealBox(key, pad(utf8(canonicalJson(fields))), boundTo(place, keyVersion))
  return { keyVersion, box: toBase64url(box) }
}

export async function openPart(
  { keyVersion, box }: BoxedPart,
  key: WebKey,
  place: PartPlace,
): Promise<Opened<SealedFields>> {
  const bytes = findBase64url(box)
  if (bytes === undefined) return malformed
  const padded = await openBox(key, bytes, boundTo(place, keyVersion))
  return padded.state === 'open' ? readFields(padded.value) : padded
}

/** The part as those get it who may not open it; undefined when it is malformed or says more than a part may. */
export async function withholdPart(part: BoxedPart | WithheldPart): Promise<WithheldPart | undefined> {
  const { keyVersion } = part
  // What is left out here would be outside the signature: nothing may be.
  if (Object.keys(part).length !== 2) return undefined
  if (!('box' in part)) return { keyVersion, digest: part.digest }
  const box = findBase64url(part.box)
  return box && { keyVersion, digest: toBase64url(await sha256(box)) }
}

function boundTo(place: PartPlace, keyVersion: number): Bytes {
  const { organisationId, subjectId, entryId, kind, compartment } = place
  return bind('sathi sealed part 1', organisationId, subjectId, entryId, kind, compartment, keyVersion)
}

/** No field is called so: whoever copies it by assignment would give a value another nature. */
function refuseProto(name: string, value: unknown): unknown {
  if (name === '__proto__') throw new Error('no field is called so')
  return value
}

function readFields(padded: Bytes): Opened<SealedFields> {
  const bytes = findUnpadded(padded)
  const text = bytes && findText(bytes)
  if (text === undefined) return malformed
  try {
    const fields: unknown = JSON.parse(text, refuseProto)
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return malformed
    return opened(fields as SealedFields)
  } catch {
    return malformed
  }
}
