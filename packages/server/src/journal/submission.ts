import type { Entry, EntryFault, EntryId } from '@sathi/domain'

/**
 * An entry on its way into the journal. The first entry of a subject's journal brings the subject's code (`case_code` …),
 * which the store keeps beside the journal and never in it.
 */
export type Submission = { readonly entry: Entry; readonly subjectCode?: string }

/** What became of one submission. */
export type AppendOutcome =
  | { readonly id: EntryId; readonly state: 'stored'; readonly position: number }
  | { readonly id: EntryId; readonly state: 'already-stored'; readonly position: number }
  | { readonly id: EntryId; readonly state: 'refused'; readonly refusal: AppendRefusal }

/** Why an entry is not stored. No reason holds the value of a field. */
export type AppendRefusal =
  /** No room declares its kind. */
  | { readonly reason: 'unknown-kind' }
  /** Its own form is wrong. */
  | { readonly reason: 'faults'; readonly faults: readonly EntryFault[] }
  /** An entry of this id is stored and says something else. */
  | { readonly reason: 'other-bytes' }
  /** Another entry of this kind came from the same row of a line list. */
  | { readonly reason: 'row-taken'; readonly by: EntryId }
  /** It belongs to a subject that nobody has opened. */
  | { readonly reason: 'unknown-subject' }
  /** Its subject is stored with another type. */
  | { readonly reason: 'other-subject-type' }
  /** Its subject is stored with another code. */
  | { readonly reason: 'other-subject-code' }
  /** Another subject of this type has the code. */
  | { readonly reason: 'subject-code-taken' }
  /** What it amends, retracts or settles is not stored, or was refused with it. */
  | { readonly reason: 'unknown-target'; readonly target: EntryId }
  /** What it refers to stands in another subject's journal. */
  | { readonly reason: 'other-subject'; readonly target: EntryId }
  /** What it refers to is of another kind. */
  | { readonly reason: 'other-kind'; readonly target: EntryId }
  /** It refers, over others or directly, to itself. */
  | { readonly reason: 'loop' }
