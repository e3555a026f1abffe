import {
  type Compartment,
  canonicalJson,
  type Entry,
  type EntryId,
  findKind,
  type Instant,
  type MemberId,
} from '@sathi/domain'
import { judgeWriting, mayRead, type WrittenEntry } from '@sathi/domain/staff'
import type { PushRefusal, Submission } from '../messages/index.ts'
import { judgeBy } from './access-judge.ts'
import { faultsOfPushed } from './faults-of-pushed.ts'
import type { Judging, PushSurroundings, PushVerdict } from './judge-push.ts'
import { mended } from './mended.ts'
import type { OfficePorts } from './office-ports.ts'
import { nameIn, type SortedKeys } from './sort-keys.ts'

// Whoever sends other bytes under one id again and again fills no list that a person reads.
const mostOfOneId = 8

/** Judges one entry of a push. What came before is answered as before; a new one needs everything that an entry needs. */
export async function judgeSubmission(
  office: OfficePorts,
  submission: Submission,
  around: PushSurroundings,
  judging: Judging,
): Promise<PushVerdict> {
  const { entry } = submission
  const { id } = entry
  const refuse = (refusal: PushRefusal): PushVerdict => ({
    submission,
    outcome: { id, state: 'refused', refusal },
  })
  const faults = faultsOfPushed(entry, judging.actor)
  if (faults.length > 0) return refuse({ reason: 'faults', faults })
  const body = canonicalJson(entry)

  // Whatever she may since, what is there is there: only so is pushing again harmless.
  const stored = around.stored.get(id)
  if (stored?.body === body) {
    return { submission, outcome: { id, state: 'already-stored', position: stored.position } }
  }
  const keptAside = around.quarantined.get(id) ?? []
  if (stored === undefined && keptAside.includes(body)) {
    return { submission, outcome: { id, state: 'quarantined' } }
  }

  if (entry.signed === undefined) return refuse({ reason: 'not-signed' })
  if (entry.signed.by !== judging.actor.member || !(await office.verify(entry, around.card))) {
    return refuse({ reason: 'bad-signature' })
  }
  const writing = judgeAccess(submission, around, judging)
  if (typeof writing === 'object') return refuse(writing)
  if (stored !== undefined) {
    const refused = refuse({ reason: 'other-bytes' })
    return keptAside.length < mostOfOneId ? { ...refused, keep: { body, why: 'other-bytes' } } : refused
  }
  const missing = findMissingKey(entry, around, judging.keys)
  if (missing !== undefined) return refuse({ reason: 'sealed-without-key', compartment: missing })
  if (submission.blobs?.some((blob) => !around.blobs.has(blob))) return refuse({ reason: 'unknown-blob' })
  if (writing === 'quarantine') {
    return { submission, outcome: { id, state: 'quarantined' }, keep: { body, why: 'access-lost' } }
  }
  if (!opens(submission)) return { submission: withoutCode(submission) }
  const opened = around.opened.get(entry.subject.id)
  return opened === undefined ? { submission } : { submission, opens: opened }
}

/** Only an opening brings the code of a case: another entry must not begin one whose opening the store refuses. */
function withoutCode(submission: Submission): Submission {
  if (submission.entry.subject.type !== 'case') return submission
  const { subjectCode: _, ...rest } = submission
  return rest
}

function judgeAccess(
  submission: Submission,
  around: PushSurroundings,
  { actor, request, receivedAt }: Judging,
): PushRefusal | 'allowed' | 'quarantine' {
  const { entry } = submission
  const { subject } = entry
  const isNew = !around.subjects.has(subject.id)
  // Only a case has an entry that opens it; other journals begin with whatever brings their code.
  const isBegun = subject.type === 'case' ? around.opened.has(subject.id) : true
  const isThere = isNew ? isBegun : isOfItsType(entry, around, receivedAt)
  // A case is opened once. Who may open cases may not for that write a second opening into somebody else's.
  const isSecondOpening = opens(submission) && !(isNew && isBegun)
  const known: WrittenEntry = { kind: entry.kind, subject }
  const target = entry.amends ?? entry.retracts
  const amended =
    target === undefined ? undefined : findSigner(target, around, request.submissions, actor.member)
  const recordedAt = mended(entry.recordedAt, around.clockOffset, receivedAt)
  const answer = judgeWriting(
    around.access,
    // What she reads in the case decides: an opening by itself would be hers to write anywhere.
    isSecondOpening
      ? { ...known, amended: { by: null } }
      : amended === undefined
        ? known
        : { ...known, amended },
    recordedAt,
    receivedAt,
  )
  if (answer.answer !== 'refused') {
    // Judged before this is said, so that a case that is nowhere is answered in the same words as one that is not hers.
    if (!isThere) return { reason: 'unknown-subject' }
    if (around.isBarred) return isNew ? { reason: 'unknown-subject' } : 'quarantine'
    if (answer.answer === 'quarantine') return 'quarantine'
    const unseen = findUnseen(entry, around, { actor, request, receivedAt })
    return unseen === undefined ? 'allowed' : { reason: 'unknown-target', target: unseen }
  }
  switch (answer.reason) {
    case 'unknown_kind':
      return { reason: 'unknown-kind' }
    case 'not_your_kind':
      return { reason: 'kind-not-yours' }
    case 'no_such_subject':
      return { reason: 'unknown-subject' }
    case 'no_such_entry':
      return target === undefined ? { reason: 'unknown-subject' } : { reason: 'unknown-target', target }
  }
}

/** False when its id is that of something else which she does not see: the store would tell her so. */
function isOfItsType({ subject }: Entry, { refs, access }: PushSurroundings, at: Instant): boolean {
  const ref = refs.get(subject.id)
  return ref === undefined || ref.type === subject.type || judgeBy(access, at).maySee(ref)
}

/**
 * What the entry builds on and is nowhere, or she neither wrote nor reads it: the store would tell her of what case or kind
 * it is, and with `settles` she would put away what she does not know.
 */
function findUnseen(
  { amends, retracts, settles = [] }: Entry,
  { stored, access }: PushSurroundings,
  { actor, request, receivedAt }: Pick<Judging, 'actor' | 'request' | 'receivedAt'>,
): EntryId | undefined {
  return [amends, retracts, ...settles].find((target) => {
    if (target === undefined) return false
    const found = stored.get(target)
    if (found === undefined) return request.submissions.every(({ entry }) => entry.id !== target)
    const { kind, subject, signed } = JSON.parse(found.body) as Entry
    return signed?.by !== actor.member && !mayRead(access, kind, subject, receivedAt)
  })
}

/** Whose signature the entry bears that is amended or taken back; undefined when it is nowhere, which the store tells. */
function findSigner(
  target: EntryId,
  { stored }: PushSurroundings,
  submissions: readonly Submission[],
  actor: MemberId,
): { readonly by: MemberId | null } | undefined {
  const found = stored.get(target)
  if (found !== undefined) return { by: (JSON.parse(found.body) as Entry).signed?.by ?? null }
  return submissions.some(({ entry }) => entry.id === target) ? { by: actor } : undefined
}

function findMissingKey(
  entry: Entry,
  { keptKeys }: PushSurroundings,
  keys: SortedKeys,
): Compartment | undefined {
  return (Object.keys(entry.sealed ?? {}) as Compartment[]).find((compartment) => {
    const version = entry.sealed?.[compartment]?.keyVersion ?? 0
    const name = { subject: entry.subject.id, compartment, version }
    return keys.isOther(name) || !(keys.stands(name) || keptKeys.has(nameIn(name)))
  })
}

/** Whether it is an opening of a case, new or not. */
export function opens({ entry }: Submission): boolean {
  return findKind(entry.kind)?.opens === true && entry.amends === undefined && entry.retracts === undefined
}
