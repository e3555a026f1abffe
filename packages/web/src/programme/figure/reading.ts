import type { CountedPart } from '@sathi/reporting/figures'

/** What a number of a figure is a number of. Rates are per hundred, because people count in hundreds. */
export type Unit =
  | 'count'
  | 'share'
  | 'days'
  | 'points'
  | 'personYears'
  | 'per100Years'
  | 'per100Months'
  | 'times'

/** A number, and between which numbers it may lie; null where it is withheld, infinite or undefined. */
export type Estimate = {
  readonly unit: Unit
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

/** How many of one part of a figure there are; these can be opened. */
export type PartCount = { readonly part: CountedPart; readonly count: number }

/** How far a figure may be trusted, and why. */
export type Sureness =
  /** Everything was counted: there is nothing to estimate. */
  | { readonly kind: 'counted' }
  /** Nothing was seen; by chance there may be up to `high`. */
  | { readonly kind: 'none-seen'; readonly high: number }
  | { readonly kind: 'interval'; readonly estimate: Estimate }
  /** Fewer than ten: a percentage would mislead. */
  | { readonly kind: 'too-few' }
  /** Nothing is there to compute from. */
  | { readonly kind: 'no-data' }
  | { readonly kind: 'nine-of-ten'; readonly days: number }
  | { readonly kind: 'at-least'; readonly times: number }

/** A figure as a row of a table tells it. */
export type Reading = {
  readonly main: Estimate
  /** What the main number counts, where it can be opened. */
  readonly counted: PartCount | undefined
  /** Of a zero: how many there may be by chance, where the words of how sure it is do not say so. */
  readonly atMost: number | undefined
  readonly outOf: PartCount | undefined
  /** The time during which something could have been seen. */
  readonly exposure: { readonly unit: 'personYears' | 'officerMonths'; readonly value: number } | undefined
  readonly missing: PartCount | undefined
  /** A second count beside the main one. */
  readonly alongside: PartCount | undefined
  readonly sureness: Sureness
}
