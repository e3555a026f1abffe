import { hash } from 'node:crypto'
import { type Box, type BoxDigest, canonicalJson, type Entry } from '@sathi/domain'
import { isEntryGenuine } from '@sathi/sealing'
import type { MemberCard } from '@sathi/sync'
import type { OrgId } from '../database/index.ts'

/** A member's keys as the office verifies her entries by them: those that somebody has vouched for, by number. */
export type SigningCard = MemberCard & {
  readonly keys: readonly { readonly number: number; readonly signing: string }[]
}

/** Whether the entry bears the signature of the card's member, by the key that it names. Nothing is opened for it. */
export async function verifySignature(orgId: OrgId, entry: Entry, card: MemberCard): Promise<boolean> {
  const { signed } = entry
  if (signed === undefined || signed.by !== card.member) return false
  const key = (card as SigningCard).keys.find(({ number }) => number === signed.key)
  return key !== undefined && isEntryGenuine(entry, orgId, key.signing, canonicalJson)
}

/** SHA-256 of a box's bytes, base64url. */
export function digestOfBox(box: Box): BoxDigest {
  return hash('sha256', Buffer.from(box, 'base64url'), 'base64url') as BoxDigest
}

/** SHA-256 of a chunk's bytes, base64url. */
export async function digestOfBytes(bytes: Uint8Array): Promise<string> {
  return hash('sha256', bytes, 'base64url')
}
