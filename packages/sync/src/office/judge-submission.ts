import {
  type Compartment,
  canonicalJson,
  type Entry,
  type EntryId,
  findKind,
  type MemberId,
} from '@sathi/domain'
import { judgeWriting, type WrittenEntry } from '@sathi/domain/staff'
import type { PushRefusal, Submission } from '../messages/index.ts'
import { faultsOfPushed } from './faults-of-pushed.ts'
import type { Judging, PushSurroundings, PushVerdict } from './judge-push.ts'
import { mended } from './mended.ts'
import type { OfficePorts } from './office-ports.ts'
import { nameIn, type SortedKeys } from './sort-keys.ts'

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
  if (stored !== undefined)
    return { ...refuse({ reason: 'other-bytes' }), keep: { body, why: 'other-bytes' } }
  if (around.quarantined.get(id)?.includes(body)) {
    return { submission, outcome: { id, state: 'quarantined' } }
  }

  if (entry.signed === undefined) return refuse({ reason: 'not-signed' })
  if (entry.signed.by !== judging.actor.member || !(await office.verify(entry, around.card))) {
    return refuse({ reason: 'bad-signature' })
  }
  const writing = judgeAccess(submission, around, judging)
  if (typeof writing === 'object') return refuse(writing)
  const missing = findMissingKey(entry, around, judging.keys)
  if (missing !== undefined) return refuse({ reason: 'sealed-without-key', compartment: missing })
  if (submission.blobs?.some((blob) => !around.blobs.has(blob))) return refuse({ reason: 'unknown-blob' })
  if (writing === 'quarantine') {
    return { submission, outcome: { id, state: 'quarantined' }, keep: { body, why: 'access-lost' } }
  }
  const opened = opens(submission) ? around.opened.get(entry.subject.id) : undefined
  return opened === undefined ? { submission } : { submission, opens: opened }
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
  if (isNew && !isBegun) return { reason: 'unknown-subject' }
  // A case is opened once. Who may open cases may not for that write a second opening into somebody else's.
  const isSecondOpening = !isNew && opens(submission)
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
  if (answer.answer !== 'refused') return answer.answer
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

function opens({ entry }: Submission): boolean {
  return findKind(entry.kind)?.opens === true && entry.amends === undefined && entry.retracts === undefined
}
