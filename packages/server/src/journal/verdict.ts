import type { AppendRefusal } from './submission.ts'

/** What is decided on one submission of a batch. */
export type Verdict =
  | { readonly state: 'new' }
  | { readonly state: 'already-stored'; readonly position: number }
  /** The same entry comes earlier in the batch. */
  | { readonly state: 'repeated' }
  | { readonly state: 'refused'; readonly refusal: AppendRefusal }

export const isNew: Verdict = { state: 'new' }
export const isRepeated: Verdict = { state: 'repeated' }

export function refused(refusal: AppendRefusal): Verdict {
  return { state: 'refused', refusal }
}
