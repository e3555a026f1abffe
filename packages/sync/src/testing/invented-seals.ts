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
import { createLots } from './tides.ts'

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
  return inventedDigest(box, 43) as BoxDigest
}

export async function digestOfBytes(bytes: Uint8Array): Promise<string> {
  return inventedDigest(bytes.join(), 43)
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
  return { ...entry, signed: { by: member, key: 1, signature: inventedDigest('forged', 86) } }
}

export async function verify(entry: Entry, card: MemberCard | undefined): Promise<boolean> {
  if (entry.signed === undefined || card === undefined || entry.signed.by !== card.member) return false
  return entry.signed.signature === signatureOf(entry, card)
}

function signatureOf(entry: Entry, card: MemberCard): string {
  const form = signedForm(entry, (part) => ('box' in part ? digestOf(part.box) : part.digest))
  return inventedDigest(`${String(card.verifies)}\n${canonicalJson(form)}`, 86)
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

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** As long as a digest, and another one for another text; nothing that could withstand anybody. */
function inventedDigest(text: string, length: number): string {
  let one = 0x811c9dc5
  let other = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit, 0x5f356495)
  }
  const lots = createLots(one ^ Math.imul(other, 0x9e3779b1))
  const others = createLots(other)
  let digest = ''
  for (let place = 0; place < length; place += 1) {
    digest += alphabet[lots.below(64) ^ others.below(64)]
  }
  return digest
}
