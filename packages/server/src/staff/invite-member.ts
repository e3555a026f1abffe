import type { MemberId } from '@sathi/domain'
import { mayDo, type Role } from '@sathi/domain/staff'
import { appendAudit } from '../audit/index.ts'
import type { Transaction } from '../database/index.ts'
import { type Answer, no, yes } from './answer.ts'
import { type Acting, holdStaff } from './hold-staff.ts'
import { endInvitations, insertInvitation, type NewInvitation } from './invitation.ts'
import { findMember, insertMember, type Member } from './member.ts'
import type { MemberActor } from './member-actor.ts'
import { putRoles } from './roles-of.ts'

export type Invited = {
  readonly id: MemberId
  readonly code: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly invitation: NewInvitation
}

/** Makes a member who has no keys yet, and the link by which she makes them. To invite is to give roles. */
export async function inviteMember(
  tx: Transaction,
  asked: MemberActor,
  { id, code, displayName, roles, invitation }: Invited,
): Promise<Answer<Member>> {
  const held = await holdStaff(tx, asked)
  if (!held.ok) return held
  const actor = held.value
  if (!mayInvite(actor) || !mayDo(actor.access, 'give_roles', actor.at)) return no('not-yours-to-do')
  const member = { id, code, displayName, state: 'invited', keyNumber: 0, madeBy: actor.memberId } as const
  if (!(await insertMember(tx, member))) return no('code-taken')
  await putRoles(tx, id, roles, { by: actor.memberId, at: new Date() })
  await invite(tx, actor, { ...member, roles }, invitation)
  return yes({ ...member, roles })
}

/** A new link for somebody who has not used hers; the old one opens nothing more. */
export async function inviteAgain(
  tx: Transaction,
  asked: MemberActor,
  id: MemberId,
  invitation: NewInvitation,
): Promise<Answer<Member>> {
  const held = await holdStaff(tx, asked)
  if (!held.ok) return held
  if (!mayInvite(held.value)) return no('not-yours-to-do')
  const member = await findMember(tx, id)
  if (member === undefined) return no('not-there')
  if (member.state !== 'invited') return no('overtaken')
  await endInvitations(tx, id)
  await invite(tx, held.value, member, invitation)
  return yes(member)
}

function mayInvite({ access, at }: Acting): boolean {
  return mayDo(access, 'invite_members', at)
}

async function invite(
  tx: Transaction,
  actor: Acting,
  { id, roles }: Member,
  invitation: NewInvitation,
): Promise<void> {
  await insertInvitation(tx, id, actor.memberId, invitation)
  await appendAudit(tx, {
    name: 'member_invited',
    by: actor.memberId,
    device: actor.deviceId,
    fields: { member: id, roles },
  })
}
