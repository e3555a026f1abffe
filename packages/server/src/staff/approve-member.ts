import type { MemberId } from '@sathi/domain'
import { mayDo } from '@sathi/domain/staff'
import { isMemberCardSignedBy, type MemberCard } from '@sathi/sealing'
import { appendAudit } from '../audit/index.ts'
import type { Transaction } from '../database/index.ts'
import { tellDevices } from './access-event.ts'
import { type Answer, no, yes } from './answer.ts'
import { listDevices, putDeviceState } from './device.ts'
import { holdStaff } from './hold-staff.ts'
import { findMember, type Member, putMemberState } from './member.ts'
import type { MemberActor } from './member-actor.ts'
import { listKeys, putMemberCard } from './member-keys.ts'

/**
 * Takes the approver's signed word for a new member's keys: she is active from now on, and the device on which she made
 * them is approved. The card is judged against what is stored, so that it can vouch for nothing else.
 */
export async function approveMember(
  tx: Transaction,
  asked: MemberActor,
  id: MemberId,
  card: MemberCard,
): Promise<Answer<Member>> {
  const held = await holdStaff(tx, asked)
  if (!held.ok) return held
  const actor = held.value
  const member = await findMember(tx, id)
  if (member === undefined) return no('not-there')
  if (!mayDo(actor.access, 'invite_members', actor.at) || id === actor.memberId) return no('not-yours-to-do')
  if (member.state !== 'enrolled') return no('overtaken')
  if (!(await isTrueCard(tx, actor, member, card))) return no('card-refused')
  const [first] = await listDevices(tx, id)
  if (first === undefined) return no('overtaken')
  await putMemberCard(tx, card)
  await putMemberState(tx, { ...member, state: 'active' })
  if (first.state === 'waiting') await putDeviceState(tx, first.id, 'approved', actor.memberId)
  await appendAudit(tx, {
    name: 'device_approved',
    by: actor.memberId,
    device: actor.deviceId,
    fields: { device: first.id, member: id },
  })
  await tellDevices(
    tx,
    { for: null, what: { event: 'member', card } },
    { for: id, what: { event: 'standing', member: id, state: 'active' } },
  )
  return yes({ ...member, state: 'active' })
}

async function isTrueCard(
  tx: Transaction,
  actor: MemberActor,
  member: Member,
  card: MemberCard,
): Promise<boolean> {
  const keys = (await listKeys(tx, member.id)).at(-1)
  const approver = (await listKeys(tx, actor.memberId)).find(
    ({ number }) => number === card.approvedBy.keyNumber,
  )
  return (
    keys !== undefined &&
    approver?.card != null &&
    card.organisationId === tx.orgId &&
    card.memberId === member.id &&
    card.keyNumber === member.keyNumber &&
    card.keyNumber === keys.number &&
    card.code === member.code &&
    card.sealing === keys.sealing &&
    card.signing === keys.signing &&
    card.approvedBy.memberId === actor.memberId &&
    (await isMemberCardSignedBy(card, approver.signing))
  )
}
