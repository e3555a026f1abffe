import type { BreakGlassId } from '@sathi/contract/staff'
import type { SubjectId } from '@sathi/domain'
import { judgeBreakGlass, mayDo } from '@sathi/domain/staff'
import { appendAudit } from '../audit/index.ts'
import type { Transaction } from '../database/index.ts'
import { tellDevices } from './access-event.ts'
import { type Answer, no, yes } from './answer.ts'
import {
  type BreakGlassReason,
  findBreakGlass,
  insertBreakGlass,
  type OpenedCase,
  putBreakGlassEnd,
  putBreakGlassSeen,
  type SealedWords,
} from './break-glass.ts'
import { granted, hasCaseNow, isCase, revokedUnlessHers } from './case-access.ts'
import { holdStaff, instantOf } from './hold-staff.ts'
import type { MemberActor } from './member-actor.ts'
import { listCharged } from './roles-of.ts'
import { settleElapsedAccess } from './settle-elapsed-access.ts'

export type NewBreakGlass = {
  readonly id: BreakGlassId
  readonly subject: SubjectId
  readonly reason: BreakGlassReason
  readonly words: readonly SealedWords[]
  readonly hours: number
}

// The words are sealed: that there are some is judged where they are written.
const wordsAreSealed = 'sealed words'

/**
 * Opens a case to somebody whose it is not, for hours. The reason is written and sealed to every data-protection lead but
 * herself: an opening that one of them could not read is refused.
 */
export async function openBreakGlass(
  tx: Transaction,
  asked: MemberActor,
  { id, subject, reason, words, hours }: NewBreakGlass,
): Promise<Answer<OpenedCase>> {
  const held = await holdStaff(tx, asked)
  if (!held.ok) return held
  const actor = held.value
  const now = new Date(actor.at)
  await settleElapsedAccess(tx, now)
  const judged = judgeBreakGlass(actor.access, { case: subject, words: wordsAreSealed, hours }, actor.at)
  if (judged.answer === 'refused') {
    return no(judged.reason === 'yours_already' ? 'overtaken' : 'not-yours-to-do')
  }
  if (!(await isCase(tx, subject))) return no('not-there')
  const holders = new Set(words.map(({ holder }) => holder))
  const leads = await listCharged(tx, 'read_audit', actor.at)
  if (leads.some((lead) => lead !== actor.memberId && !holders.has(lead))) return no('reason-missing')
  const had = await hasCaseNow(tx, actor.memberId, subject)
  const opening: OpenedCase = {
    id,
    member: actor.memberId,
    subject,
    reason,
    words,
    openedAt: now,
    until: new Date(judged.glass.until),
    state: 'running',
    seenBy: null,
    seenAt: null,
  }
  if (!(await insertBreakGlass(tx, opening))) return no('overtaken')
  await appendAudit(tx, {
    name: 'break_glass_opened',
    by: actor.memberId,
    device: actor.deviceId,
    fields: { case: subject, reason, until: instantOf(opening.until) },
  })
  if (!had) await tellDevices(tx, granted(actor.memberId, subject))
  return yes(opening)
}

/** Closes the case again before its hours are over: she who opened it, or the data-protection lead. */
export async function endBreakGlass(
  tx: Transaction,
  asked: MemberActor,
  id: BreakGlassId,
): Promise<Answer<OpenedCase>> {
  const held = await holdStaff(tx, asked)
  if (!held.ok) return held
  const actor = held.value
  const now = new Date(actor.at)
  await settleElapsedAccess(tx, now)
  const opening = await findBreakGlass(tx, id)
  const hers = opening?.member === actor.memberId
  if (opening === undefined || (!hers && !mayDo(actor.access, 'read_audit', actor.at))) return no('not-there')
  if (opening.state === 'ended') return no('overtaken')
  await putBreakGlassEnd(tx, id, now)
  const { subject, member } = opening
  await appendAudit(tx, {
    name: 'case_unassigned',
    by: actor.memberId,
    device: actor.deviceId,
    fields: { case: subject, member },
  })
  await tellDevices(tx, ...(await revokedUnlessHers(tx, member, subject)))
  return yes({ ...opening, state: 'ended', until: now })
}

/** The data-protection lead has looked at it; her own openings another lead must see. */
export async function noteBreakGlassSeen(
  tx: Transaction,
  asked: MemberActor,
  id: BreakGlassId,
): Promise<Answer<OpenedCase>> {
  const held = await holdStaff(tx, asked)
  if (!held.ok) return held
  const actor = held.value
  const opening = await findBreakGlass(tx, id)
  if (opening === undefined || !mayDo(actor.access, 'read_audit', actor.at)) return no('not-there')
  if (opening.member === actor.memberId) return no('not-yours-to-do')
  if (opening.seenBy !== null) return no('overtaken')
  const seenAt = new Date(actor.at)
  await putBreakGlassSeen(tx, id, actor.memberId, seenAt)
  return yes({ ...opening, seenBy: actor.memberId, seenAt })
}
