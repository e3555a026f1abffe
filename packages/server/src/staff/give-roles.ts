import type { MemberId } from '@sathi/domain'
import { mayGiveRoles, type Role } from '@sathi/domain/staff'
import { appendAudit } from '../audit/index.ts'
import type { Transaction } from '../database/index.ts'
import { tellDevices } from './access-event.ts'
import { type Answer, no, yes } from './answer.ts'
import { holdStaff } from './hold-staff.ts'
import { findMember, type Member } from './member.ts'
import type { MemberActor } from './member-actor.ts'
import { isLastLead, listCharged, putRoles } from './roles-of.ts'

/** Gives a member other roles; her devices begin again with what these let her see. Nobody changes her own. */
export async function giveRoles(
  tx: Transaction,
  asked: MemberActor,
  id: MemberId,
  roles: readonly Role[],
): Promise<Answer<Member>> {
  const held = await holdStaff(tx, asked)
  if (!held.ok) return held
  const actor = held.value
  const member = await findMember(tx, id)
  if (member === undefined) return no('not-there')
  if (!mayGiveRoles(actor.access, id, actor.at)) return no('not-yours-to-do')
  const wasLast = await isLastLead(tx, id, actor.at)
  await putRoles(tx, id, roles, { by: actor.memberId, at: new Date(actor.at) })
  if (wasLast && (await listCharged(tx, 'read_audit', actor.at)).length === 0) {
    tx.discard()
    return no('last-lead')
  }
  await appendAudit(tx, {
    name: 'roles_changed',
    by: actor.memberId,
    device: actor.deviceId,
    fields: { member: id, roles_before: member.roles, roles },
  })
  await tellDevices(tx, { for: id, what: { event: 'roles' } })
  return yes({ ...member, roles })
}
