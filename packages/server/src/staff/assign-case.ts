import type { AssignmentId } from '@sathi/contract/staff'
import type { MemberId, SubjectId } from '@sathi/domain'
import { mayDo, type Role } from '@sathi/domain/staff'
import { appendAudit } from '../audit/index.ts'
import type { Transaction } from '../database/index.ts'
import { tellDevices } from './access-event.ts'
import { type Answer, no, yes } from './answer.ts'
import { type AssignedCase, findAssignment, insertAssignment, putAssignmentEnd } from './assignment.ts'
import { assignmentTold, granted, hasCaseNow, isCase, revokedUnlessHers } from './case-access.ts'
import { holdStaff, instantOf } from './hold-staff.ts'
import { findMember } from './member.ts'
import type { MemberActor } from './member-actor.ts'
import { settleElapsedAccess } from './settle-elapsed-access.ts'

export type NewAssignment = {
  readonly id: AssignmentId
  readonly member: MemberId
  readonly subject: SubjectId
  readonly as: Role | null
  readonly from: Date
  readonly until: Date | null
}

/** Gives a member a case, from now or from a later moment. Her devices get the whole of it when it begins. */
export async function assignCase(
  tx: Transaction,
  asked: MemberActor,
  { id, member, subject, as, from, until }: NewAssignment,
): Promise<Answer<AssignedCase>> {
  const held = await holdStaff(tx, asked)
  if (!held.ok) return held
  const actor = held.value
  if (!mayDo(actor.access, 'assign_cases', actor.at)) return no('not-yours-to-do')
  const whom = await findMember(tx, member)
  if (whom?.state !== 'active' || !(await isCase(tx, subject))) return no('not-there')
  const now = new Date(actor.at)
  // Nobody is given a case for a time that is over: what she wrote then would count as allowed.
  const begins = from < now ? now : from
  if ((until !== null && until <= begins) || (as !== null && !whom.roles.includes(as))) {
    return no('not-understood')
  }
  await settleElapsedAccess(tx, now)
  const state = begins > now ? 'coming' : 'running'
  const given: AssignedCase = { id, member, subject, as, from: begins, until, givenBy: actor.memberId, state }
  const had = await hasCaseNow(tx, member, subject)
  if (!(await insertAssignment(tx, given))) return no('overtaken')
  await tellAssigned(tx, actor, given)
  const news = state === 'running' && !had ? [granted(member, subject)] : []
  await tellDevices(tx, ...news, assignmentTold(given))
  return yes(given)
}

/** A case that a member has just opened is hers from the moment at which she wrote its opening. Told by whoever stores it. */
export async function assignOpenedCase(
  tx: Transaction,
  by: { readonly memberId: MemberId; readonly deviceId: string | null },
  { id, subject, from }: Pick<NewAssignment, 'id' | 'subject' | 'from'>,
): Promise<void> {
  const member = by.memberId
  const given = {
    id,
    member,
    subject,
    as: null,
    from,
    until: null,
    givenBy: member,
    state: 'running',
  } as const
  if (!(await insertAssignment(tx, given))) return
  await tellAssigned(tx, by, given)
  await tellDevices(tx, granted(member, subject), assignmentTold(given))
}

/** Takes a case from a member. Her devices erase it at their next contact, after what she wrote has gone up. */
export async function endAssignment(
  tx: Transaction,
  asked: MemberActor,
  id: AssignmentId,
): Promise<Answer<AssignedCase>> {
  const held = await holdStaff(tx, asked)
  if (!held.ok) return held
  const actor = held.value
  if (!mayDo(actor.access, 'assign_cases', actor.at)) return no('not-yours-to-do')
  const now = new Date(actor.at)
  await settleElapsedAccess(tx, now)
  const found = await findAssignment(tx, id)
  if (found === undefined) return no('not-there')
  if (found.state === 'ended') return no('overtaken')
  await putAssignmentEnd(tx, id, now)
  const { subject, member, as } = found
  await appendAudit(tx, {
    name: 'case_unassigned',
    by: actor.memberId,
    device: actor.deviceId,
    fields: { case: subject, member, ...(as !== null && { as }) },
  })
  const ended: AssignedCase = { ...found, state: 'ended', until: found.from < now ? now : found.from }
  const news = found.state === 'running' ? await revokedUnlessHers(tx, member, subject) : []
  await tellDevices(tx, ...news, assignmentTold(ended))
  return yes(ended)
}

async function tellAssigned(
  tx: Transaction,
  by: { readonly memberId: MemberId; readonly deviceId: string | null },
  { subject, member, as, until }: AssignedCase,
): Promise<void> {
  await appendAudit(tx, {
    name: 'case_assigned',
    by: by.memberId,
    device: by.deviceId,
    fields: {
      case: subject,
      member,
      ...(as !== null && { as }),
      ...(until !== null && { until: instantOf(until) }),
    },
  })
}
