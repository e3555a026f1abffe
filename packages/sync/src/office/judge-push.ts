import { type EntryId, findKind, type Instant, type SubjectId } from '@sathi/domain'
import type { Access } from '@sathi/domain/staff'
import {
  type BlobId,
  InstantText,
  type MemberCard,
  type PushOutcome,
  type PushRequest,
  type Submission,
} from '../messages/index.ts'
import { judgeSubmission } from './judge-submission.ts'
import { mended } from './mended.ts'
import type { OfficePorts } from './office-ports.ts'
import type { Actor, OfficeTransaction, OpenedCase, Quarantined } from './office-store.ts'
import { nameIn, type SortedKeys } from './sort-keys.ts'

/** What is decided on one submission before the store judges it: an outcome, or none when it may be appended. */
export type PushVerdict = {
  readonly submission: Submission
  readonly outcome?: PushOutcome
  /** What a person must look at. */
  readonly keep?: Pick<Quarantined, 'body' | 'why'>
  /** The case that it opens. */
  readonly opens?: OpenedCase
}

export type Judging = {
  readonly actor: Actor
  readonly request: PushRequest
  readonly keys: SortedKeys
  readonly receivedAt: Instant
}

/** What the office knows of everything that a push names. */
export type PushSurroundings = {
  readonly stored: ReadonlyMap<EntryId, { readonly body: string; readonly position: number }>
  readonly quarantined: ReadonlyMap<EntryId, readonly string[]>
  readonly subjects: ReadonlySet<SubjectId>
  readonly blobs: ReadonlySet<BlobId>
  readonly keptKeys: ReadonlySet<string>
  /** With the cases that this push opens as hers already. */
  readonly access: Access
  readonly opened: ReadonlyMap<SubjectId, OpenedCase>
  readonly card: MemberCard
  readonly clockOffset: number
}

/**
 * Judges every entry of a push by what the store's own judgement does not know: whether it came before, who signed it,
 * whether its author may write it, whether its keys and files are there.
 */
export async function judgePush(
  office: OfficePorts,
  tx: OfficeTransaction,
  judging: Judging,
): Promise<readonly PushVerdict[]> {
  const around = await readSurroundings(tx, judging)
  const verdicts: PushVerdict[] = []
  for (const submission of judging.request.submissions) {
    verdicts.push(await judgeSubmission(office, submission, around, judging))
  }
  return verdicts
}

async function readSurroundings(
  tx: OfficeTransaction,
  { request, actor, receivedAt }: Judging,
): Promise<PushSurroundings> {
  const entries = request.submissions.map(({ entry }) => entry)
  const subjects = new Set<SubjectId>()
  const sealing = new Set<SubjectId>()
  const targets = new Set<EntryId>()
  for (const { id, subject, sealed, amends, retracts } of entries) {
    targets.add(id)
    for (const target of [amends, retracts]) if (typeof target === 'string') targets.add(target)
    // Whether it is of the form of an entry is judged one by one.
    if (typeof subject?.id !== 'string') continue
    subjects.add(subject.id)
    if (sealed !== undefined) sealing.add(subject.id)
  }
  const blobs = request.submissions.flatMap((one) => one.blobs ?? [])
  await tx.noteElapsedAccess(receivedAt)
  const [stored, quarantined, known, finished, keys, access, card, clockOffset] = await Promise.all([
    tx.findStored([...targets]),
    tx.findQuarantined(entries.map(({ id }) => id)),
    tx.findSubjects([...subjects]),
    blobs.length === 0 ? new Set<BlobId>() : tx.findFinishedBlobs(blobs),
    sealing.size === 0 ? [] : tx.findKeys([...sealing]),
    tx.readAccess(),
    tx.getCard(),
    tx.readClockOffset(),
  ])
  const opened = findOpened(request.submissions, { known, clockOffset, receivedAt, actor })
  return {
    stored,
    quarantined,
    subjects: known,
    blobs: finished,
    keptKeys: new Set(keys.map(nameIn)),
    access: { ...access, assignments: [...access.assignments, ...opened.values()] },
    opened,
    card,
    clockOffset,
  }
}

/** The cases that a push opens: from the writing of the opening on they are hers, as far as her roles go. */
function findOpened(
  submissions: readonly Submission[],
  {
    known,
    clockOffset,
    receivedAt,
    actor,
  }: {
    readonly known: ReadonlySet<SubjectId>
    readonly clockOffset: number
    readonly receivedAt: Instant
    readonly actor: Actor
  },
): ReadonlyMap<SubjectId, OpenedCase> {
  const opened = new Map<SubjectId, OpenedCase>()
  for (const submission of submissions) {
    const { entry } = submission
    const id = entry.subject?.id
    if (!opensCase(submission) || known.has(id) || opened.has(id) || entry.author !== actor.author) continue
    opened.set(id, { case: id, from: mended(entry.recordedAt, clockOffset, receivedAt) })
  }
  return opened
}

/** Whether a submission is the one that begins a case: an opening, with the code. */
function opensCase({ entry, subjectCode }: Submission): boolean {
  const kind = findKind(entry.kind)
  if (kind?.opens !== true || subjectCode === undefined) return false
  return (
    entry.amends === undefined &&
    entry.retracts === undefined &&
    InstantText.safeParse(entry.recordedAt).success
  )
}
