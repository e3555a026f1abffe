import type { KeysToApprove } from '@sathi/contract/staff'
import type { MemberId } from '@sathi/domain'
import { mayDo } from '@sathi/domain/staff'
import type { Transaction } from '../database/index.ts'
import { type Answer, no, yes } from './answer.ts'
import { actNow } from './hold-staff.ts'
import { findMember } from './member.ts'
import type { MemberActor } from './member-actor.ts'
import { listKeys } from './member-keys.ts'
import { viewMember } from './views.ts'

/** The keys that wait for the approver's word, with the proof that her device checks by the secret of the invitation. */
export async function getKeysToApprove(
  tx: Transaction,
  asked: MemberActor,
  id: MemberId,
): Promise<Answer<KeysToApprove>> {
  const acting = await actNow(tx, asked)
  if (!acting.ok) return acting
  const { access, at } = acting.value
  if (!mayDo(access, 'invite_members', at)) return no('not-yours-to-do')
  const member = await findMember(tx, id)
  const keys = member && (await listKeys(tx, id)).find(({ number }) => number === member.keyNumber)
  if (member?.state !== 'enrolled' || keys === undefined || keys.proof === null) return no('not-there')
  const { number, sealing, signing, proof } = keys
  return yes({ member: viewMember(member), keyNumber: number, sealing, signing, proof })
}
