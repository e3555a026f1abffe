import type { Instant } from '@sathi/domain'
import type { Access } from '@sathi/domain/staff'
import { statement, type Transaction } from '../database/index.ts'
import { findAccess } from './access-of.ts'
import { type Answer, no, yes } from './answer.ts'
import { findMember } from './member.ts'
import type { MemberActor } from './member-actor.ts'

// Appending entries shares the organisation's key and is not held up by this.
const holdOrganisation = statement(
  'hold_staff',
  'select org_id from app.organisation where org_id = (select app.org_id()) for no key update',
)

/** A member who acts, with what she may at this moment. */
export type Acting = MemberActor & { readonly access: Access; readonly at: Instant }

/** Lets changes of people and access follow one another until the transaction ends. */
export async function lockStaff(tx: Transaction): Promise<void> {
  await tx.query(holdOrganisation, [])
}

/**
 * Holds people and access, and gives the actor as she is now: between her request and this moment somebody may have taken
 * her roles or suspended her.
 */
export async function holdStaff(tx: Transaction, actor: MemberActor): Promise<Answer<Acting>> {
  await lockStaff(tx)
  return actNow(tx, actor)
}

/** The same for who only reads. */
export async function actNow(tx: Transaction, actor: MemberActor): Promise<Answer<Acting>> {
  const member = await findMember(tx, actor.memberId)
  const access = await findAccess(tx, actor.memberId)
  if (member?.state !== 'active' || access === undefined) return no('not-signed-in')
  return yes({ ...actor, roles: member.roles, access, at: instantOf(new Date()) })
}

/** A moment as the rules of the work write it. */
export function instantOf(moment: Date): Instant {
  return moment.toISOString() as Instant
}
