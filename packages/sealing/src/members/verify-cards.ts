import { isSealingKey } from '../primitives/index.ts'
import { isMemberCardSignedBy, type KeyName, type MemberCard } from './member-card.ts'

/** The first member's key, as the invitation link or the set-up of this device says it: never as a server says it. */
export type PinnedKey = KeyName & { readonly organisationId: string; readonly signing: string }

export type VerifiedCards = {
  readonly trusted: readonly MemberCard[]
  /**
   * Cards that no chain of approvals from the pinned key reaches, that give one key name to two keys, or to whose key nothing
   * can be wrapped.
   */
  readonly refused: readonly MemberCard[]
}

/**
 * Follows the approvals from the pinned key, whatever order the cards come in. `mayApprove` says whose word counts;
 * without it, every trusted member's does.
 */
export async function verifyCards(
  cards: readonly MemberCard[],
  pinned: PinnedKey,
  mayApprove: (card: MemberCard) => boolean = () => true,
): Promise<VerifiedCards> {
  const trusted = new Map<string, MemberCard>()
  const disputed = disputedNames(cards)
  const open = new Set(cards.filter((card) => card.organisationId === pinned.organisationId))
  for (const card of open) if (isPinned(card, pinned) && (await settle(card, pinned.signing))) break
  for (let before = -1; before !== trusted.size; ) {
    before = trusted.size
    for (const card of open) {
      const approver = trusted.get(nameOf(card.approvedBy))
      if (approver === undefined || !mayApprove(approver) || disputed.has(nameOf(card))) continue
      await settle(card, approver.signing)
    }
  }
  const kept = new Set(trusted.values())
  return { trusted: [...kept], refused: cards.filter((card) => !kept.has(card)) }

  async function settle(card: MemberCard, approverSigningKey: string): Promise<boolean> {
    if (!(await isMemberCardSignedBy(card, approverSigningKey))) return false
    if (!(await isSealingKey(card.sealing))) return false
    open.delete(card)
    if (!trusted.has(nameOf(card))) trusted.set(nameOf(card), card)
    return true
  }
}

function isPinned(card: MemberCard, pinned: PinnedKey): boolean {
  return (
    nameOf(card) === nameOf(pinned) &&
    nameOf(card.approvedBy) === nameOf(pinned) &&
    card.signing === pinned.signing
  )
}

/** Key names that stand on two cards with different keys or codes: nobody can say whose word is true. */
function disputedNames(cards: readonly MemberCard[]): Set<string> {
  const seen = new Map<string, string>()
  const disputed = new Set<string>()
  for (const card of cards) {
    const says = JSON.stringify([card.sealing, card.signing, card.code])
    if ((seen.get(nameOf(card)) ?? says) !== says) disputed.add(nameOf(card))
    seen.set(nameOf(card), says)
  }
  return disputed
}

const nameOf = ({ memberId, keyNumber }: KeyName) => JSON.stringify([memberId, keyNumber])
