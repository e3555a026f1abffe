import type { Instant, SubjectId, SubjectRef } from '@sathi/domain'
import { holdersOf } from '@sathi/domain/staff'
import type { KeyName, NewKey, NewWrap, PushAnswer, PushOutcome, PushRequest } from '../messages/index.ts'
import { judgeBy } from './access-judge.ts'
import { isBarred } from './is-barred.ts'
import { judgePush, type PushVerdict } from './judge-push.ts'
import type { OfficePorts } from './office-ports.ts'
import type { Actor, OfficeTransaction } from './office-store.ts'
import { sortKeys } from './sort-keys.ts'

/**
 * Takes in what a device has: each entry judged anew and by itself, its keys, wraps and notes of reading, in one
 * transaction. Asked again with the same, it answers the same and stores nothing twice. The app's version is not asked.
 */
export async function answerPush(
  office: OfficePorts,
  actor: Actor,
  request: PushRequest,
): Promise<PushAnswer> {
  const receivedAt = office.now()
  return office.store.transact(actor, async (tx): Promise<PushAnswer> => {
    const keys = await sortKeys(tx, request.keys)
    const verdicts = await judgePush(office, tx, { actor, request, keys, receivedAt })
    const outcomes = await carryOut(tx, verdicts, receivedAt)
    const barred = await isBarred(tx, receivedAt)
    await keepKeys(tx, { actor, keys: keys.fresh, verdicts, outcomes, receivedAt, barred })
    if (!barred) await keepWraps(tx, request.wraps, receivedAt)
    if (request.reads.length > 0) await tx.noteReads(request.reads)
    const otherKeys = await toldOf(tx, keys.others, outcomes, request, receivedAt)
    return { outcomes, otherKeys, serverTime: receivedAt }
  })
}

async function carryOut(
  tx: OfficeTransaction,
  verdicts: readonly PushVerdict[],
  receivedAt: Instant,
): Promise<PushOutcome[]> {
  const kept = verdicts.flatMap(({ keep, submission }) =>
    keep === undefined ? [] : [{ submission, ...keep, receivedAt }],
  )
  if (kept.length > 0) await tx.quarantine(kept)
  const allowed = verdicts.flatMap(({ submission, outcome }) => (outcome === undefined ? [submission] : []))
  const appended = allowed.length === 0 ? [] : await tx.append(allowed, receivedAt)
  let next = 0
  const outcomes = verdicts.map(({ outcome }) => outcome ?? (appended[next++] as PushOutcome))
  const opened = verdicts.flatMap(({ opens }, index) =>
    opens !== undefined && outcomes[index]?.state === 'stored' ? [opens] : [],
  )
  if (opened.length > 0) await tx.assignOpener(opened)
  return outcomes
}

/**
 * A key is kept when its author may open the compartment, or an entry of hers in this case came through: also into
 * quarantine, where somebody else must be able to open it.
 */
async function keepKeys(
  tx: OfficeTransaction,
  {
    actor,
    keys,
    verdicts,
    outcomes,
    receivedAt,
    barred,
  }: {
    readonly actor: Actor
    readonly keys: readonly NewKey[]
    readonly verdicts: readonly PushVerdict[]
    readonly outcomes: readonly PushOutcome[]
    readonly receivedAt: Instant
    readonly barred: boolean
  },
): Promise<void> {
  if (keys.length === 0) return
  const came = new Map<SubjectId, { readonly subject: SubjectRef; readonly hers: boolean }>()
  for (const [index, { submission }] of verdicts.entries()) {
    const state = outcomes[index]?.state
    if (state === undefined || state === 'refused') continue
    came.set(submission.entry.subject.id, {
      subject: submission.entry.subject,
      hers: state !== 'quarantined',
    })
  }
  const judge = judgeBy(await tx.readAccess(), receivedAt)
  const kept: NewKey[] = []
  for (const key of keys) {
    const known = came.get(key.subject)
    const subject = known?.subject ?? (await tx.findSubject(key.subject))
    if (subject === undefined) continue
    // A case that this push opens is hers from now on, which the rules do not know yet.
    const hers = !barred && (known?.hers === true || judge.mayOpen(key.compartment, subject))
    if (known === undefined && !hers) continue
    const wraps: NewKey['wraps'][number][] = []
    for (const { holder, wrap: text } of key.wraps) {
      const wrap = { ...nameOf(key), holder, wrap: text }
      const isHers = wrap.holder === actor.member
      if (isHers ? hers : await mayHold(tx, wrap, subject, receivedAt))
        wraps.push({ holder: wrap.holder, wrap: wrap.wrap })
    }
    kept.push({ ...key, wraps })
  }
  if (kept.length > 0) await tx.keepKeys(kept)
}

/**
 * The names of keys that stand for others, as far as she may know of them: of a case that is hers, or in which an entry of
 * this push has a place. That a case has a key of a compartment says that there is a case.
 */
async function toldOf(
  tx: OfficeTransaction,
  others: readonly NewKey[],
  outcomes: readonly PushOutcome[],
  { submissions }: PushRequest,
  at: Instant,
): Promise<KeyName[]> {
  if (others.length === 0) return []
  const judge = judgeBy(await tx.readAccess(), at)
  const placed = new Set(
    submissions.filter((_, index) => hasPlace(outcomes[index])).map(({ entry }) => entry.subject?.id),
  )
  const told: KeyName[] = []
  for (const key of others) {
    const subject = placed.has(key.subject) ? undefined : await tx.findSubject(key.subject)
    if (placed.has(key.subject) || (subject !== undefined && judge.maySee(subject))) told.push(nameOf(key))
  }
  return told
}

function hasPlace(outcome: PushOutcome | undefined): boolean {
  if (outcome === undefined) return false
  return outcome.state !== 'refused' || outcome.refusal.reason === 'sealed-without-key'
}

/** Wraps of keys that exist, made by somebody who may open them for somebody who may: others are passed over. */
async function keepWraps(
  tx: OfficeTransaction,
  wraps: readonly NewWrap[],
  receivedAt: Instant,
): Promise<void> {
  if (wraps.length === 0) return
  const judge = judgeBy(await tx.readAccess(), receivedAt)
  const names = new Set(
    (await tx.findKeys([...new Set(wraps.map(({ subject }) => subject))])).map((key) =>
      JSON.stringify(nameOf(key)),
    ),
  )
  const kept: NewWrap[] = []
  for (const wrap of wraps) {
    if (!names.has(JSON.stringify(nameOf(wrap)))) continue
    const subject = await tx.findSubject(wrap.subject)
    if (subject === undefined || !judge.mayOpen(wrap.compartment, subject)) continue
    if (await mayHold(tx, wrap, subject, receivedAt)) kept.push(wrap)
  }
  if (kept.length > 0) await tx.keepWraps(kept)
}

/** Whether a key may be wrapped for somebody: she may open the compartment, or would in need. */
async function mayHold(
  tx: OfficeTransaction,
  { holder, compartment }: NewWrap,
  subject: SubjectRef,
  at: Instant,
): Promise<boolean> {
  if (holder === 'recovery') return true
  return holdersOf([await tx.readAccess(holder)], subject.id, compartment, at).length > 0
}

function nameOf({ subject, compartment, version }: KeyName): KeyName {
  return { subject, compartment, version }
}
