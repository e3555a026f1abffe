import { type Bytes, bind, isSignedBy, sign, type WebKey } from '../primitives/index.ts'
import type { MemberKeyOwner } from './wrap-member-secret.ts'

export type KeyName = { readonly memberId: string; readonly keyNumber: number }

/** What an approver states: these public keys are this member's, and this is the code her entries name her by. */
export type MemberCardStatement = MemberKeyOwner & {
  /** Public halves, base64url. */
  readonly sealing: string
  readonly signing: string
  readonly code: string
}

export type MemberCard = MemberCardStatement & {
  readonly approvedBy: KeyName
  /** Ed25519, base64url. */
  readonly signature: string
}

/** The approver's word for a new member's keys. The first member of an organisation approves herself. */
export async function signMemberCard(
  statement: MemberCardStatement,
  approvedBy: KeyName,
  signingKey: WebKey,
): Promise<MemberCard> {
  const { organisationId, memberId, keyNumber, sealing, signing, code } = statement
  const signature = await sign(signingKey, cardBytes(statement, approvedBy))
  return { organisationId, memberId, keyNumber, sealing, signing, code, approvedBy, signature }
}

export function isMemberCardSignedBy(card: MemberCard, approverSigningKey: string): Promise<boolean> {
  return isSignedBy(approverSigningKey, card.signature, cardBytes(card, card.approvedBy))
}

function cardBytes(card: MemberCardStatement, approvedBy: KeyName): Bytes {
  return bind(
    'sathi member card 1',
    card.organisationId,
    card.memberId,
    card.keyNumber,
    card.sealing,
    card.signing,
    card.code,
    approvedBy.memberId,
    approvedBy.keyNumber,
  )
}
