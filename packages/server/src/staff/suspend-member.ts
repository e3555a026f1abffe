import type { MemberId } from '@sathi/domain'
import { type auditLists, mayDo } from '@sathi/domain/staff'
import { appendAudit } from '../audit/index.ts'
import { statement, type Transaction } from '../database/index.ts'
import { tellDevices } from './access-event.ts'
import { type Answer, no, yes } from './answer.ts'
import { endSessions } from './end-sessions.ts'
import { type Acting, holdStaff } from './hold-staff.ts'
import { endInvitations } from './invitation.ts'
import { findMember, type Member, type MemberState, putMemberState } from './member.ts'
import type { MemberActor } from './member-actor.ts'
import { listKeys } from './member-keys.ts'
import { isLastLead } from './roles-of.ts'

export type SuspensionReason = (typeof auditLists.suspensionReasons.codes)[number]

const beginSuspension = statement(
  'begin_suspension',
  `insert into app.suspension (org_id, member_id, from_at, reason, given_by)
   values ((select app.org_id()), $1, $2, $3, $4)`,
)
const endSuspension = statement(
  'end_suspension',
  `update app.suspension set until_at = greatest($2, from_at)
   where org_id = (select app.org_id()) and member_id = $1 and until_at is null`,
)

/** Shuts a member out at once: her sessions end, and her devices learn of it at their next contact. Nobody suspends herself. */
export async function suspendMember(
  tx: Transaction,
  asked: MemberActor,
  id: MemberId,
  reason: SuspensionReason,
): Promise<Answer<Member>> {
  const judged = await judge(tx, asked, id)
  if (!judged.ok) return judged
  const { actor, member } = judged.value
  if (member.state === 'suspended') return no('overtaken')
  if (await isLastLead(tx, id, actor.at)) return no('last-lead')
  await endSessions(tx, id)
  await endInvitations(tx, id)
  await tx.query(beginSuspension, [id, actor.at, reason, actor.memberId])
  await putMemberState(tx, { ...member, state: 'suspended' })
  await appendAudit(tx, {
    name: 'member_suspended',
    by: actor.memberId,
    device: actor.deviceId,
    fields: { member: id, reason },
  })
  return told(tx, member, 'suspended')
}

/** Lets a suspended member back in, with the keys and devices that she had. */
export async function restoreMember(
  tx: Transaction,
  asked: MemberActor,
  id: MemberId,
): Promise<Answer<Member>> {
  const judged = await judge(tx, asked, id)
  if (!judged.ok) return judged
  const { actor, member } = judged.value
  if (member.state !== 'suspended') return no('overtaken')
  const state = await stateByKeys(tx, member)
  await tx.query(endSuspension, [id, actor.at])
  await putMemberState(tx, { ...member, state })
  await appendAudit(tx, {
    name: 'member_restored',
    by: actor.memberId,
    device: actor.deviceId,
    fields: { member: id },
  })
  return told(tx, member, state)
}

async function judge(
  tx: Transaction,
  asked: MemberActor,
  id: MemberId,
): Promise<Answer<{ readonly actor: Acting; readonly member: Member }>> {
  const held = await holdStaff(tx, asked)
  if (!held.ok) return held
  const actor = held.value
  const member = await findMember(tx, id)
  if (member === undefined) return no('not-there')
  const allowed = mayDo(actor.access, 'suspend_members', actor.at) && id !== actor.memberId
  return allowed ? yes({ actor, member }) : no('not-yours-to-do')
}

/** She takes up where she was: nobody becomes active whose keys nobody has vouched for. */
async function stateByKeys(
  tx: Transaction,
  { id, keyNumber }: Member,
): Promise<'invited' | 'enrolled' | 'active'> {
  if (keyNumber === 0) return 'invited'
  const keys = (await listKeys(tx, id)).find(({ number }) => number === keyNumber)
  return keys?.card == null ? 'enrolled' : 'active'
}

async function told(tx: Transaction, member: Member, state: MemberState): Promise<Answer<Member>> {
  await tellDevices(tx, { for: member.id, what: { event: 'standing', member: member.id, state } })
  return yes({ ...member, state })
}
