import { type Bytes, isSignedBy, sign, utf8, type WebKey } from '../primitives/index.ts'
import { type BoxedPart, type CanonicalJson, type WithheldPart, withholdPart } from './seal-part.ts'

/** Who vouches for an entry: the member, which of her keys (from 1), and an Ed25519 signature, base64url. */
export type EntrySigned = { readonly by: string; readonly key: number; readonly signature: string }

/** An entry as far as signing looks into it; everything else in it is signed as it stands. */
export type SignableEntry = Readonly<Record<string, unknown>> & {
  readonly sealed?: { readonly [compartment: string]: BoxedPart | WithheldPart | undefined }
}

export async function signEntry(
  entry: SignableEntry,
  organisationId: string,
  { by, key }: Omit<EntrySigned, 'signature'>,
  signingKey: WebKey,
  canonicalJson: CanonicalJson,
): Promise<EntrySigned> {
  const form = await withheldForm({ ...entry, signed: { by, key } })
  if (form === undefined) throw new Error('an entry with a malformed sealed part cannot be signed')
  return {
    by,
    key,
    signature: await sign(signingKey, entrySigningBytes(organisationId, canonicalJson(form))),
  }
}

/** Whether the entry is as its signer wrote it, with or without the boxes of its sealed parts. */
export async function isEntryGenuine(
  entry: SignableEntry & { readonly signed?: EntrySigned },
  organisationId: string,
  signingPublicKey: string,
  canonicalJson: CanonicalJson,
): Promise<boolean> {
  const { signed } = entry
  if (signed === undefined || Object.keys(signed).length !== 3) return false
  const form = await withheldForm({ ...entry, signed: { by: signed.by, key: signed.key } })
  const text = form && findCanonical(form, canonicalJson)
  if (text === undefined) return false
  return isSignedBy(signingPublicKey, signed.signature, entrySigningBytes(organisationId, text))
}

/** The bytes that are signed, from the canonical JSON of the entry with each sealed part by its digest. */
export function entrySigningBytes(organisationId: string, canonicalForm: string): Bytes {
  return utf8(`sathi entry 1\n${organisationId}\n${canonicalForm}`)
}

/** The entry with each sealed part by its digest; undefined when one is malformed. */
export async function withheldForm(
  entry: SignableEntry,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { sealed, ...rest } = entry
  if (sealed === undefined) return rest
  const parts: [string, WithheldPart][] = []
  for (const [compartment, part] of Object.entries(sealed)) {
    const withheld = part && (await withholdPart(part))
    if (withheld === undefined) return undefined
    parts.push([compartment, withheld])
  }
  // Not by assignment: a part by the name of `__proto__` would be left out, and so outside the signature.
  return { ...rest, sealed: Object.fromEntries(parts) }
}

/** What has no canonical form was never signed: an entry from outside may hold such things. */
function findCanonical(value: unknown, canonicalJson: CanonicalJson): string | undefined {
  try {
    return canonicalJson(value)
  } catch {
    return undefined
  }
}
