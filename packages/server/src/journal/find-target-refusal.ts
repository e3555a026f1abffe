import type { EntryId, SubjectId } from '@sathi/domain'
import type { JudgedSubmission } from './judge-submission.ts'
import type { AppendRefusal } from './submission.ts'

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
