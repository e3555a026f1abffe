/** A total and what it is made of: `whole` counts as many people as all `parts` together. */
export type TableSum = { readonly whole: string; readonly parts: readonly string[] }

/** Counts of people as they would be published, and what a reader can work out from one for another. */
export type CountTable = {
  /** Every count by its name, the totals too. */
  readonly counts: ReadonlyMap<string, number>
  /** Which of them add up, and to which. */
  readonly sums: readonly TableSum[]
  /** Counts that nobody sees and that no rule protects; they stand here because sums need them. */
  readonly unpublished: readonly string[]
}
