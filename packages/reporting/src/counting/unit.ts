import type { EntryId, SubjectId } from '@sathi/domain'
import type { CountedPart, trainingDimensions } from '../figures/index.ts'

/**
 * One thing that an indicator looks at in one subject: a case, a follow-up, a delivery, a participation…
 * Figures, breakdowns, quarters and drill-down are all made of the same units.
 */
export type Unit = {
  /** Of a share, `denominator` says that it is in the denominator and not in the numerator. */
  readonly part: CountedPart
  /** The entries that make it count; of something missing, those that make it eligible. */
  readonly entries: readonly EntryId[]
  /** Of a unit that stands for several things alike: the entry of each, beside the `entries` that all of them rest on. */
  readonly each?: readonly EntryId[]
  /** What is measured: days, or a change of score. */
  readonly value?: number
  /** Knowledge gained as a share of what could be gained. */
  readonly normalisedGain?: number
  /** Units with one code (a person, a pair) are one thing, however many there are. */
  readonly code?: string
  /** The group to which the indicator itself assigns it: audience, rater, interviewee, trained or untrained. */
  readonly group?: string
}

/** A unit with its subject, by which it is broken down. */
export type SubjectUnit = Unit & {
  readonly subject: SubjectId
  /** Further subjects that the same thing concerns: a business of two survivors. */
  readonly alsoOf?: readonly SubjectId[]
  /** What breaks a training down; a case is broken down by its opening. */
  readonly training?: Readonly<Record<(typeof trainingDimensions)[number], string>>
}

/** How many things the unit stands for. */
export function sizeOf({ each }: Unit): number {
  return each === undefined ? 1 : each.length
}

/** No units: shared, because most indicators find nothing in most cases. */
export const noUnits: readonly never[] = []
