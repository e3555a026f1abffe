import { type EntryId, findKind, type Instant, isUuid, type SubjectId, type SubjectRef } from '@sathi/domain'
import type { Access } from '@sathi/domain/staff'
import {
  type BlobId,
  InstantText,
  type MemberCard,
  type PushOutcome,
  type PushRequest,
  type Submission,
} from '../messages/index.ts'
import { isBarred } from './is-barred.ts'
import { judgeSubmission, opens } from './judge-submission.ts'
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
  /** Of those that are named as something else than a case, what they are. */
  readonly refs: ReadonlyMap<SubjectId, SubjectRef>
  readonly blobs: ReadonlySet<BlobId>
  readonly keptKeys: ReadonlySet<string>
  /** With the cases that this push opens as hers already. */
  readonly access: Access
  readonly opened: ReadonlyMap<SubjectId, OpenedCase>
  readonly card: MemberCard
  readonly clockOffset: number
  readonly isBarred: boolean
}

/**
 * Judges every entry of a push by what the store's own judgement does not know: whether it came before, who signed it,
 * whether its author may write it, whether its keys and files are there. Openings come first: what builds on one that is
 * refused has no case to stand in.
 */
export async function judgePush(
  office: OfficePorts,
  tx: OfficeTransaction,
  judging: Judging,
): Promise<readonly PushVerdict[]> {
  const { submissions } = judging.request
  const around = await readSurroundings(tx, judging)
  const verdicts = new Map<Submission, PushVerdict>()
  for (const submission of submissions.filter(opens)) {
    verdicts.set(submission, await judgeSubmission(office, submission, around, judging))
  }
  const standing = withoutRefused(around, [...verdicts.values()])
  for (const submission of submissions) {
    if (verdicts.has(submission)) continue
    verdicts.set(submission, await judgeSubmission(office, submission, standing, judging))
  }
  return submissions.flatMap((submission) => verdicts.get(submission) ?? [])
}

/** The same without the cases of which no opening came through. */
function withoutRefused(around: PushSurroundings, openings: readonly PushVerdict[]): PushSurroundings {
  const isOpened = (id: SubjectId): boolean =>
    openings.some(
      ({ submission, outcome }) => submission.entry.subject?.id === id && outcome?.state !== 'refused',
    )
  const refused = [...around.opened].filter(([id]) => !isOpened(id)).map(([, opened]) => opened)
  if (refused.length === 0) return around
  const { access, opened } = around
  return {
    ...around,
    opened: new Map([...opened].filter(([id]) => isOpened(id))),
    access: {
      ...access,
      assignments: access.assignments.filter((own) => !refused.includes(own as OpenedCase)),
    },
  }
}

async function readSurroundings(
  tx: OfficeTransaction,
  { request, actor, receivedAt }: Judging,
): Promise<PushSurroundings> {
  const entries = request.submissions.map(({ entry }) => entry)
  const subjects = new Set<SubjectId>()
  const sealing = new Set<SubjectId>()
  const targets = new Set<EntryId>()
  const elsewhere = new Set<SubjectId>()
  for (const { id, subject, sealed, amends, retracts, settles } of entries) {
    targets.add(id)
    // Whether it is of the form of an entry is judged one by one.
    for (const target of [amends, retracts, ...(Array.isArray(settles) ? settles : [])]) {
      if (isId(target)) targets.add(target)
    }
    if (!isId(subject?.id)) continue
    subjects.add(subject.id)
    if (subject.type !== 'case') elsewhere.add(subject.id)
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
  const refs = new Map<SubjectId, SubjectRef>()
  for (const id of elsewhere) {
    const ref = known.has(id) ? await tx.findSubject(id) : undefined
    if (ref !== undefined) refs.set(id, ref)
  }
  const opened = findOpened(request.submissions, { known, clockOffset, receivedAt, actor })
  return {
    stored,
    quarantined,
    subjects: known,
    refs,
    blobs: finished,
    keptKeys: new Set(keys.map(nameIn)),
    access: { ...access, assignments: [...access.assignments, ...opened.values()] },
    opened,
    card,
    clockOffset,
    isBarred: await isBarred(tx, receivedAt),
  }
}

function isId<Id extends string>(value: Id | undefined): value is Id {
  return typeof value === 'string' && isUuid(value)
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
    if (
      !isId(id) ||
      !opensCase(submission) ||
      known.has(id) ||
      opened.has(id) ||
      entry.author !== actor.author
    )
      continue
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
