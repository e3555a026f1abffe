import type { CountTable, TableSum } from './count-table.ts'
import { coverSmallCells } from './cover-small-cells.ts'
import { countOf, requireTable } from './require-table.ts'
import { requireThreshold } from './require-threshold.ts'

/** What a reader sees of one count. A suppressed cell does not say why: which are small is part of what is protected. */
export type ReleasedCell =
  | { readonly state: 'shown'; readonly count: number }
  | { readonly state: 'suppressed' }

/** A table as it leaves the organisation. */
export type Release = {
  readonly cells: ReadonlyMap<string, ReleasedCell>
  readonly sums: readonly TableSum[]
}

/** The release, or the cells that could be worked out whatever else is hidden. */
export type Suppression =
  | { readonly outcome: 'released'; readonly release: Release }
  | { readonly outcome: 'refused'; readonly reason: 'can-be-worked-out'; readonly cells: readonly string[] }

export type SuppressionOptions = {
  /** Names of totals that the organisation publishes anyway; they are shown, however small. */
  readonly exempt?: readonly string[]
}

/**
 * Makes a table fit to leave the organisation. Cells of 1 to k - 1 people are suppressed, and with them as many others as
 * it takes until a reader who knows everything shown, all sums and k cannot tell what a suppressed cell counts, nor that
 * it counts fewer than k (the latter as far as the exempt totals allow). What is suppressed beside the small cells is
 * chosen to count few people, and none of it could be shown again.
 *
 * A threshold below 1 or a table that does not add up: RangeError. See README.md for what this does not protect against.
 */
export function suppressTable(
  table: CountTable,
  k: number,
  { exempt = [] }: SuppressionOptions = {},
): Suppression {
  requireTable(table)
  requireThreshold(k)
  const shownAnyway = new Set(exempt)
  for (const name of exempt) countOf(table, name)
  const cells = [...table.counts.keys()].filter((name) => !table.unpublished.includes(name))
  const small = cells.filter((name) => isSmall(countOf(table, name), k) && !shownAnyway.has(name))

  const { hidden, exposed } = coverSmallCells(table, k, small, shownAnyway)
  if (exposed.length > 0) return { outcome: 'refused', reason: 'can-be-worked-out', cells: exposed }
  const released = cells.map((name): [string, ReleasedCell] => [
    name,
    hidden.has(name) ? { state: 'suppressed' } : { state: 'shown', count: countOf(table, name) },
  ])
  return { outcome: 'released', release: { cells: new Map(released), sums: table.sums } }
}

function isSmall(count: number, k: number): boolean {
  return count >= 1 && count < k
}
