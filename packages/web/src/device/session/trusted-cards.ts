import { canonicalJson, type Entry, type MemberId } from '@sathi/domain'
import { isEntryGenuine, type MemberCard, verifyCards } from '@sathi/sealing'
import type { MemberCard as CardOnWire } from '@sathi/sync'
import { listRecords } from '../records/device-records.ts'
import type { Session } from './session.ts'

/** The cards that a chain of approvals reaches from the key which this device was told at enrolment. */
export function trustedCards(session: Session): Promise<ReadonlyMap<MemberId, MemberCard>> {
  const { opened } = session
  opened.trusted ??= findTrusted(session)
  return opened.trusted
}

/**
 * Notes cards that are about to be judged together: an entry and the cards that vouch for its signer may come in one page,
 * before any of them is stored.
 */
export function noteCards({ opened }: Session, cards: readonly CardOnWire[]): void {
  for (const card of cards) opened.cards.set(card.member, card)
  if (cards.length > 0) opened.trusted = undefined
}

async function findTrusted(session: Session): Promise<ReadonlyMap<MemberId, MemberCard>> {
  const { profile, records, opened } = session
  const stored = await listRecords<CardOnWire>(records, 'card')
  const all = new Map<MemberId, unknown>(stored.map((card) => [card.member, card]))
  for (const [member, card] of opened.cards) all.set(member, card)
  const cards = [...all.values()].filter(isCard)
  const { trusted } = await verifyCards(cards, profile.pinned)
  return new Map(trusted.map((card) => [card.memberId as MemberId, card]))
}

/**
 * Whether an entry is as its signer wrote it, and she is who her card says. Unsigned ones are records that were imported
 * before there were members: they hold coded facts only.
 */
export async function isBelieved(session: Session, entry: Entry): Promise<boolean> {
  const { signed } = entry
  if (signed === undefined) return entry.sealed === undefined
  const card = (await trustedCards(session)).get(signed.by)
  if (card === undefined || card.keyNumber !== signed.key || card.code !== entry.author) return false
  return isEntryGenuine(entry, session.profile.organisation, card.signing, canonicalJson)
}

const textFields = ['organisationId', 'memberId', 'sealing', 'signing', 'code', 'signature'] as const

function isCard(value: unknown): value is MemberCard {
  if (typeof value !== 'object' || value === null) return false
  const card = value as Readonly<Record<string, unknown>>
  const by = card.approvedBy as MemberCard['approvedBy'] | null | undefined
  return (
    textFields.every((name) => typeof card[name] === 'string') &&
    (card.member === undefined || card.member === card.memberId) &&
    typeof card.keyNumber === 'number' &&
    typeof by?.memberId === 'string' &&
    typeof by.keyNumber === 'number'
  )
}
