import type { SubjectId } from '@sathi/domain/journal'

/** By which the half-written form of a new entry is found again: one for each kind in each file. */
export function nameOfDraft(subject: SubjectId, kind: string): string {
  return `add ${subject} ${kind}`
}
