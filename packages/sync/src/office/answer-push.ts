import type { SubjectId, SubjectRef } from '@sathi/domain'
import type { KeyName, NewKey, NewWrap, PushAnswer, PushOutcome, PushRequest } from '../messages/index.ts'
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
    await keepKeys(tx, { actor, keys: keys.fresh, verdicts, outcomes })
    await keepWraps(tx, request.wraps)
    if (request.reads.length > 0) await tx.noteReads(request.reads)
    return { outcomes, otherKeys: keys.others.map(nameOf), serverTime: receivedAt }
  })
}

async function carryOut(
  tx: OfficeTransaction,
  verdicts: readonly PushVerdict[],
  receivedAt: PushAnswer['serverTime'],
): Promise<PushOutcome[]> {
  const kept = verdicts.flatMap(({ keep, submission }) =>
    keep === undefined ? [] : [{ submission, ...keep, receivedAt }],
  )
  if (kept.length > 0) await tx.quarantine(kept)
  const allowed = verdicts.flatMap(({ submission, outcome }) => (outcome === undefined ? [submission] : []))
  const appended = allowed.length === 0 ? [] : await tx.append(allowed, receivedAt)
  let next = 0
  const outcomes = verdicts.map(({ outcome }) => outcome ?? (appended[next++] as PushOutcome))
  const opened = new Set<SubjectId>()
  for (const [index, { submission, opensSubject }] of verdicts.entries()) {
    if (opensSubject && outcomes[index]?.state === 'stored') opened.add(submission.entry.subject.id)
  }
  if (opened.size > 0) await tx.assignOpener([...opened])
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
  }: {
    readonly actor: Actor
    readonly keys: readonly NewKey[]
    readonly verdicts: readonly PushVerdict[]
    readonly outcomes: readonly PushOutcome[]
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
  const judge = await tx.readAccess()
  const kept: NewKey[] = []
  for (const key of keys) {
    const known = came.get(key.subject)
    const subject = known?.subject ?? (await tx.findSubject(key.subject))
    if (subject === undefined) continue
    const hers = known?.hers ?? judge.mayOpen(key.compartment, subject)
    if (known === undefined && !hers) continue
    const wraps: NewKey['wraps'][number][] = []
    for (const wrap of key.wraps) {
      const isHers = wrap.holder === actor.member
      if (isHers ? hers : await tx.mayHold(wrap.holder, key.compartment, subject)) wraps.push(wrap)
    }
    kept.push({ ...key, wraps })
  }
  if (kept.length > 0) await tx.keepKeys(kept)
}

/** Wraps of keys that exist, made by somebody who may open them for somebody who may: others are passed over. */
async function keepWraps(tx: OfficeTransaction, wraps: readonly NewWrap[]): Promise<void> {
  if (wraps.length === 0) return
  const judge = await tx.readAccess()
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
    if (await tx.mayHold(wrap.holder, wrap.compartment, subject)) kept.push(wrap)
  }
  if (kept.length > 0) await tx.keepWraps(kept)
}

function nameOf({ subject, compartment, version }: KeyName): KeyName {
  return { subject, compartment, version }
}
