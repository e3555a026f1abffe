import type { EntryId, SubjectId } from '@sathi/domain'

/** In which part of a figure something counts. `counted` is the only part of a plain count. */
export const countedParts = ['counted', 'numerator', 'denominator', 'missing'] as const
export type CountedPart = (typeof countedParts)[number]

/**
 * One thing that a figure counts: the subject, and the entries that make it count (for something missing: the entries
 * that make it eligible). Opening a figure shows these entries.
 */
export type Counted = { readonly subject: SubjectId; readonly entries: readonly EntryId[] }

/** What a figure counted, by part; a share lists its numerator within its denominator too. */
export type CountedByPart = Partial<Readonly<Record<CountedPart, readonly Counted[]>>>
