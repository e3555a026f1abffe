import type { EntryId, SubjectId } from '@sathi/domain'
import { findLoops } from './find-loops.ts'
import type { JudgedSubmission } from './judge-submission.ts'
import type { AppendRefusal } from './submission.ts'
import type { SubjectCard, Surroundings } from './surroundings.ts'

export type Verdict =
  | { readonly state: 'new' }
  | { readonly state: 'already-stored'; readonly position: number }
  /** The same entry comes earlier in the batch. */
  | { readonly state: 'repeated' }
  | { readonly state: 'refused'; readonly refusal: AppendRefusal }

export type Settled = {
  /** One for each submission, in their order. */
  readonly verdicts: readonly Verdict[]
  /** Subjects that the new entries open. */
  readonly newSubjects: ReadonlyMap<SubjectId, SubjectCard>
}

/** `later` lets targets pass that are nowhere yet: a bulk append looks for them at its end. */
export type MissingTargets = 'refuse' | 'later'

const isNew: Verdict = { state: 'new' }
const isRepeated: Verdict = { state: 'repeated' }

function refused(refusal: AppendRefusal): Verdict {
  return { state: 'refused', refusal }
}

/**
 * Decides on each submission of a batch, in whatever order they come: what is new, what is stored already, what is
 * refused and why. An entry that refers to a refused one is refused with it.
 */
export function settleBatch(
  submissions: readonly JudgedSubmission[],
  surroundings: Surroundings,
  missingTargets: MissingTargets,
): Settled {
  const subjects = claimSubjects(submissions, surroundings)
  const verdicts = settleAlone(submissions, surroundings, subjects)
  settleReferences(submissions, verdicts, surroundings, missingTargets)
  const newSubjects = new Map<SubjectId, SubjectCard>()
  for (const [index, { entry }] of submissions.entries()) {
    const card = subjects.claimed.get(entry.subject.id)
    if (card !== undefined && verdicts[index] === isNew) newSubjects.set(entry.subject.id, card)
  }
  return { verdicts, newSubjects }
}

type Subjects = {
  /** Subjects not stored yet for which an entry of the batch brings a code. */
  readonly claimed: ReadonlyMap<SubjectId, SubjectCard>
  findByCode(type: string, code: string): SubjectId | undefined
}

function claimSubjects(submissions: readonly JudgedSubmission[], surroundings: Surroundings): Subjects {
  const claimed = new Map<SubjectId, SubjectCard>()
  const claimants = new Map<string, SubjectId>()
  for (const { entry, subjectCode } of submissions) {
    const { id, type } = entry.subject
    if (subjectCode === undefined || surroundings.subjects.has(id) || claimed.has(id)) continue
    claimed.set(id, { type, code: subjectCode })
    const key = `${type}\n${subjectCode}`
    if (!claimants.has(key)) claimants.set(key, id)
  }
  return {
    claimed,
    findByCode: (type, code) => surroundings.findByCode(type, code) ?? claimants.get(`${type}\n${code}`),
  }
}

/** Settles what can be said of each submission without looking at what it refers to. */
function settleAlone(
  submissions: readonly JudgedSubmission[],
  surroundings: Surroundings,
  subjects: Subjects,
): Verdict[] {
  const bodies = new Map<EntryId, string>()
  const rows = new Map<string, EntryId>()
  return submissions.map((submission): Verdict => {
    const { entry, body } = submission
    const stored = surroundings.entries.get(entry.id)
    if (stored !== undefined) {
      if (stored.body !== body) return refused({ reason: 'other-bytes' })
      return { state: 'already-stored', position: stored.position }
    }
    const earlier = bodies.get(entry.id)
    if (earlier !== undefined) return earlier === body ? isRepeated : refused({ reason: 'other-bytes' })
    bodies.set(entry.id, body)
    const refusal = findSubjectRefusal(submission, surroundings, subjects)
    if (refusal !== undefined) return refused(refusal)
    if (entry.rowId === undefined) return isNew
    const row = `${entry.kind}\n${entry.rowId}`
    const taker = surroundings.findByRow(entry.kind, entry.rowId) ?? rows.get(row)
    if (taker !== undefined) return refused({ reason: 'row-taken', by: taker })
    rows.set(row, entry.id)
    return isNew
  })
}

function findSubjectRefusal(
  { entry, subjectCode }: JudgedSubmission,
  surroundings: Surroundings,
  subjects: Subjects,
): AppendRefusal | undefined {
  const { id, type } = entry.subject
  const known = surroundings.subjects.get(id)
  const card = known ?? subjects.claimed.get(id)
  if (card === undefined) return { reason: 'unknown-subject' }
  if (card.type !== type) return { reason: 'other-subject-type' }
  if (subjectCode !== undefined && card.code !== subjectCode) return { reason: 'other-subject-code' }
  if (known === undefined && subjects.findByCode(type, card.code) !== id)
    return { reason: 'subject-code-taken' }
  return undefined
}

/** Refuses, among the new entries, those whose targets are missing, elsewhere or refused. */
function settleReferences(
  submissions: readonly JudgedSubmission[],
  verdicts: Verdict[],
  surroundings: Surroundings,
  missingTargets: MissingTargets,
): void {
  const referring = submissions.flatMap(({ targets }, index) =>
    targets.length > 0 && verdicts[index] === isNew ? [index] : [],
  )
  if (referring.length === 0) return
  const indexById = new Map<EntryId, number>()
  for (const [index, { entry }] of submissions.entries()) {
    if (!indexById.has(entry.id)) indexById.set(entry.id, index)
  }
  const targetsById = new Map<EntryId, readonly EntryId[]>()
  for (const index of referring) {
    const submission = submissions[index] as JudgedSubmission
    targetsById.set(submission.entry.id, submission.targets)
    const refusal = findTargetRefusal(submission, (target) => {
      const stored = surroundings.entries.get(target)
      if (stored !== undefined) return stored
      const other = submissions[indexById.get(target) ?? -1]?.entry
      if (other !== undefined) return { subjectId: other.subject.id, kind: other.kind }
      return missingTargets === 'later' ? 'not-yet' : undefined
    })
    if (refusal !== undefined) verdicts[index] = refused(refusal)
  }
  for (const id of findLoops(targetsById)) verdicts[indexById.get(id) as number] = refused({ reason: 'loop' })
  refuseReferrersOfRefused(submissions, verdicts, referring, indexById, surroundings)
}

export type Target = { readonly subjectId: SubjectId; readonly kind: string }

/** Why an entry may not refer to one of its targets: what is amended, retracted or settled is of its subject and kind. */
export function findTargetRefusal(
  { entry, targets }: Pick<JudgedSubmission, 'entry' | 'targets'>,
  findTarget: (target: EntryId) => Target | 'not-yet' | undefined,
): AppendRefusal | undefined {
  for (const target of targets) {
    const found = findTarget(target)
    if (found === undefined) return { reason: 'unknown-target', target }
    if (found === 'not-yet') continue
    if (found.subjectId !== entry.subject.id) return { reason: 'other-subject', target }
    if (found.kind !== entry.kind) return { reason: 'other-kind', target }
  }
  return undefined
}

function refuseReferrersOfRefused(
  submissions: readonly JudgedSubmission[],
  verdicts: Verdict[],
  referring: readonly number[],
  indexById: ReadonlyMap<EntryId, number>,
  surroundings: Surroundings,
): void {
  for (let changed = true; changed; ) {
    changed = false
    for (const index of referring) {
      if (verdicts[index] !== isNew) continue
      const refusedTarget = submissions[index]?.targets.find(
        (target) =>
          !surroundings.entries.has(target) && verdicts[indexById.get(target) ?? -1]?.state === 'refused',
      )
      if (refusedTarget === undefined) continue
      verdicts[index] = refused({ reason: 'unknown-target', target: refusedTarget })
      changed = true
    }
  }
}
