import type { AsideReason, WaitingEntry } from '@sathi/contract/sync'
import type { EntryId, Instant } from '@sathi/domain'
import { type Access, mayDo } from '@sathi/domain/staff'
import { type AppendOutcome, judgeBy, withhold } from '@sathi/sync'
import { appendAudit, holdAuditEnd } from '../audit/index.ts'
import type { Transaction } from '../database/index.ts'
import { appendEntries } from '../journal/index.ts'
import { type Acting, type Answer, actNow, holdStaff, type MemberActor, no, yes } from '../staff/index.ts'
import { holdQuarantined, type KeptAside, listQuarantined, putQuarantineSettled } from './quarantine.ts'
import { keepTokens } from './stored.ts'
import { digestOfBox } from './verify-signature.ts'

/** More wait for the next look. */
const mostListed = 500

/**
 * What waits for a person. Who settles it sees of every entry that it waits, and of those that she may read what they say; a
 * sealed part only of what she may open.
 */
export async function listWaiting(
  tx: Transaction,
  asked: MemberActor,
): Promise<Answer<readonly WaitingEntry[]>> {
  const acting = await actNow(tx, asked)
  if (!acting.ok) return acting
  const { access, at } = acting.value
  if (!mayDo(access, 'settle_quarantine', at)) return no('not-yours-to-do')
  const waiting = await listQuarantined(tx, mostListed)
  return yes(waiting.map((kept) => shownTo(kept, access, at)))
}

/** Takes an entry that waited into the journal, as it is, unless the journal refuses it. */
export async function takeWaiting(
  tx: Transaction,
  asked: MemberActor,
  id: EntryId,
  digest: string,
): Promise<Answer<AppendOutcome>> {
  const held = await holdOne(tx, asked, id, digest)
  if (!held.ok) return held
  const { kept, actor } = held.value
  const { submission } = kept
  const { entry, subjectCode } = submission
  const [outcome] = await appendEntries(tx, [{ entry, ...(subjectCode !== undefined && { subjectCode }) }], {
    beforeFeed: () => holdAuditEnd(tx),
  })
  if (outcome === undefined) throw new Error('an entry without an outcome')
  if (outcome.state === 'refused') return yes(outcome)
  await keepTokens(tx, [submission], [outcome])
  await settle(tx, actor, kept, null)
  return yes(outcome)
}

/** Leaves an entry that waited out of the journal. It stays where it is, with the reason. */
export async function setAside(
  tx: Transaction,
  asked: MemberActor,
  id: EntryId,
  { digest, reason }: { readonly digest: string; readonly reason: AsideReason },
): Promise<Answer<{ readonly state: 'set-aside' }>> {
  const held = await holdOne(tx, asked, id, digest)
  if (!held.ok) return held
  await settle(tx, held.value.actor, held.value.kept, reason)
  return yes({ state: 'set-aside' })
}

async function holdOne(
  tx: Transaction,
  asked: MemberActor,
  id: EntryId,
  digest: string,
): Promise<Answer<{ readonly kept: KeptAside; readonly actor: Acting }>> {
  const held = await holdStaff(tx, asked)
  if (!held.ok) return held
  const actor = held.value
  if (!mayDo(actor.access, 'settle_quarantine', actor.at)) return no('not-yours-to-do')
  const kept = await holdQuarantined(tx, id, Buffer.from(digest, 'base64url'))
  if (kept === undefined || !isReadable(kept, actor.access, actor.at)) return no('not-there')
  // What she wrote herself somebody else looks at.
  if (kept.member === actor.memberId) return no('not-yours-to-do')
  return kept.state === 'waiting' ? yes({ kept, actor }) : no('overtaken')
}

async function settle(
  tx: Transaction,
  actor: Acting,
  kept: KeptAside,
  reason: AsideReason | null,
): Promise<void> {
  const state = reason === null ? 'taken' : 'set-aside'
  await putQuarantineSettled(tx, kept, { state, reason, by: actor.memberId, at: actor.at })
  await appendAudit(tx, {
    name: 'quarantine_settled',
    by: actor.memberId,
    device: actor.deviceId,
    fields: { entry: kept.id, outcome: reason === null ? 'taken' : 'set_aside' },
  })
}

function isReadable({ submission: { entry } }: KeptAside, access: Access, at: Instant): boolean {
  return judgeBy(access, at).mayRead(entry.kind, entry.subject)
}

function shownTo(kept: KeptAside, access: Access, at: Instant): WaitingEntry {
  const { entry } = kept.submission
  const judge = judgeBy(access, at)
  return {
    id: kept.id,
    digest: kept.digest.toString('base64url'),
    why: kept.why,
    author: kept.author,
    receivedAt: kept.receivedAt.toISOString() as Instant,
    subject: entry.subject,
    subjectCode: kept.code ?? kept.submission.subjectCode ?? null,
    entry: isReadable(kept, access, at) ? withhold(entry, judge, digestOfBox) : null,
  }
}
