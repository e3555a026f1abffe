import type { MemberCard } from '@sathi/sealing'
import { verifyCards } from '@sathi/sealing'
import type { MemberAtHand } from './member-at-hand.ts'

/** A member whose public keys are believed, with one of her pairs. */
export type TrustedMember = Pick<MemberCard, 'memberId' | 'keyNumber' | 'sealing' | 'signing'>

/**
 * The members whose cards a chain of approvals reaches from the first member's own, by id and number of key. The first card
 * is believed as it is stored: whoever could change it on this computer could change this program too. Undefined when the
 * member at hand is not among them with the keys that her passphrase opened.
 */
export async function findTrustedMembers(
  cards: readonly MemberCard[],
  member: MemberAtHand,
): Promise<ReadonlyMap<string, TrustedMember> | undefined> {
  const first = cards.find(
    ({ approvedBy, memberId, keyNumber }) =>
      approvedBy.memberId === memberId && approvedBy.keyNumber === keyNumber,
  )
  if (first === undefined) return undefined
  const { organisationId, memberId, keyNumber, signing } = first
  if (organisationId !== member.orgId) return undefined
  const { trusted } = await verifyCards(cards, { organisationId, memberId, keyNumber, signing })
  const byName = new Map(trusted.map((card) => [`${card.memberId} ${card.keyNumber}`, card]))
  const own = byName.get(`${member.id} ${member.keyNumber}`)
  const isHers =
    own?.signing === member.keys.public.signing &&
    own.sealing === member.keys.public.sealing &&
    own.code === member.code
  return isHers ? byName : undefined
}
