import type { EntryId } from '@sathi/domain'
import { findLoops } from './find-loops.ts'
import { findTargetRefusal } from './find-target-refusal.ts'
import type { JudgedSubmission } from './judge-submission.ts'
import type { Surroundings } from './surroundings.ts'
import { isNew, refused, type Verdict } from './verdict.ts'

/** `later` lets targets pass that are nowhere yet: a bulk append looks for them at its end. */
export type MissingTargets = 'refuse' | 'later'

/** Refuses, among the new entries, those whose targets are missing, elsewhere or refused. */
export function settleReferences(
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
