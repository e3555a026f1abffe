import { hash } from 'node:crypto'
import {
  type Box,
  type BoxDigest,
  type Compartment,
  canonicalJson,
  type Entry,
  type MemberId,
  signedForm,
} from '@sathi/domain'
import type { Holder, MemberCard } from '../messages/index.ts'

// Stand-ins for cryptography: whoever reads a test can see which key sealed a box, and nobody in a schedule can forge
// a signature except by the name of forging.

/** The name of a key is in every box that it seals and in every wrap of it. */
export type InventedKey = string & { readonly inventedKey: unique symbol }

export function aKey(device: string, number: number): InventedKey {
  return `key-${device}-${number}` as InventedKey
}

export function boxOf(key: InventedKey, id: string): Box {
  return `${key}_${id}_${'x'.repeat(64)}` as Box
}

export function wrapOf(key: InventedKey, holder: Holder): string {
  return `${key}_${holder}`
}

/** The key inside a wrap or a box. */
export function keyIn(text: string): InventedKey {
  return text.slice(0, text.indexOf('_')) as InventedKey
}

export function digestOf(box: Box): BoxDigest {
  return hash('sha256', box, 'base64url') as BoxDigest
}

export async function digestOfBytes(bytes: Uint8Array): Promise<string> {
  return hash('sha256', bytes, 'base64url')
}

export function cardOf(member: MemberId): MemberCard {
  return { member, verifies: `secret of ${member}` }
}

/** The entry with its author's signature. */
export function sign(entry: Entry, member: MemberId): Entry {
  const signed = { by: member, key: 1, signature: '' }
  return { ...entry, signed: { ...signed, signature: signatureOf({ ...entry, signed }, cardOf(member)) } }
}

/** The same entry with a signature that does not hold. */
export function forge(entry: Entry, member: MemberId): Entry {
  return { ...entry, signed: { by: member, key: 1, signature: hash('sha512', 'forged', 'base64url') } }
}

export async function verify(entry: Entry, card: MemberCard | undefined): Promise<boolean> {
  if (entry.signed === undefined || card === undefined || entry.signed.by !== card.member) return false
  return entry.signed.signature === signatureOf(entry, card)
}

function signatureOf(entry: Entry, card: MemberCard): string {
  const form = signedForm(entry, (part) => ('box' in part ? digestOf(part.box) : part.digest))
  return hash('sha512', `${String(card.verifies)}\n${canonicalJson(form)}`, 'base64url')
}

/** Sealed parts of an entry under these keys. */
export function sealedParts(
  id: string,
  keys: readonly { readonly compartment: Compartment; readonly version: number; readonly key: InventedKey }[],
): NonNullable<Entry['sealed']> {
  return Object.fromEntries(
    keys.map(({ compartment, version, key }) => [compartment, { keyVersion: version, box: boxOf(key, id) }]),
  )
}
