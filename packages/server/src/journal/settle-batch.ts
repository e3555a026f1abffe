import type { EntryId, SubjectId } from '@sathi/domain'
import type { JudgedSubmission } from './judge-submission.ts'
import { type MissingTargets, settleReferences } from './settle-references.ts'
import type { AppendRefusal } from './submission.ts'
import type { SubjectCard, Surroundings } from './surroundings.ts'
import { isNew, isRepeated, refused, type Verdict } from './verdict.ts'

export type Settled = {
  /** One for each submission, in their order. */
  readonly verdicts: readonly Verdict[]
  /** Subjects that the new entries open. */
  readonly newSubjects: ReadonlyMap<SubjectId, SubjectCard>
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
