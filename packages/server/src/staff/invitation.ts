import { createHash, randomUUID } from 'node:crypto'
import type { MemberId } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'

/** What the inviter's device makes: the server gets `lookup`, from which the secret in the link does not follow. */
export type NewInvitation = {
  readonly lookup: string
  /** How long the link may be used, 1 to 168. */
  readonly hours: number
}

const storeInvitation = statement(
  'store_invitation',
  `insert into app.invitation (org_id, id, member_id, proof_hash, made_by, made_at, expires_at)
   values ((select app.org_id()), $1, $2, $3, $4, now(), now() + $5 * interval '1 hour')`,
)
const findOpen = statement(
  'find_invitation',
  `select member_id from app.invitation
   where org_id = (select app.org_id()) and proof_hash = $1 and ended_at is null and expires_at > now()`,
)
const useOnce = statement(
  'take_invitation',
  `update app.invitation set used = true, ended_at = now()
   where org_id = (select app.org_id()) and proof_hash = $1 and ended_at is null and expires_at > now()
   returning member_id`,
)
const endOpen = statement(
  'end_invitations',
  `update app.invitation set ended_at = now()
   where org_id = (select app.org_id()) and member_id = $1 and ended_at is null returning id`,
)

export async function insertInvitation(
  tx: Transaction,
  member: MemberId,
  madeBy: MemberId,
  { lookup, hours }: NewInvitation,
): Promise<void> {
  await tx.query(storeInvitation, [randomUUID(), member, hashOf(lookup), madeBy, hours])
}

/** Whom a link invites; undefined when it was used, is too old, was ended, or never was. */
export async function findInvited(tx: Transaction, lookup: string): Promise<MemberId | undefined> {
  return (await tx.query<{ member_id: MemberId }>(findOpen, [hashOf(lookup)]))[0]?.member_id
}

/** The same, and the link is used up: of two that come at the same moment, one finds it. */
export async function takeInvitation(tx: Transaction, lookup: string): Promise<MemberId | undefined> {
  return (await tx.query<{ member_id: MemberId }>(useOnce, [hashOf(lookup)]))[0]?.member_id
}

/** Ends the links of a member that are still open. Gives how many there were. */
export async function endInvitations(tx: Transaction, member: MemberId): Promise<number> {
  return (await tx.query(endOpen, [member])).length
}

function hashOf(lookup: string): Buffer {
  return createHash('sha256').update(`sathi invitation 1 ${lookup}`).digest()
}
