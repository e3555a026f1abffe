import type { TableSum } from './count-table.ts'
import { requireThreshold } from './require-threshold.ts'
import type { Release } from './suppress-table.ts'

/** Cells (one, or several that the reader only knows together) and what they count in either release. */
export type SmallDifference = {
  readonly cells: readonly string[]
  readonly earlier: number
  readonly later: number
}

/** Why a release is refused: put beside the earlier one it singles out fewer than k people. */
export type DifferencingFault = {
  readonly reason: 'differs-by-too-few-people'
  readonly k: number
  readonly differences: readonly SmallDifference[]
}

/**
 * Compares a release with an earlier one of the same population. Where a cell of both differs by 1 to k - 1 people, who
 * puts them side by side learns what those few have in common, so the new release is refused and every such cell is named.
 * The same goes for suppressed cells that a sum gives away together. Undefined where there is no such cell.
 *
 * @param exempt names of totals that the organisation publishes anyway; they may differ by any number.
 */
export function differencingFault(
  earlierRelease: Release,
  newRelease: Release,
  k: number,
  { exempt = [] }: { readonly exempt?: readonly string[] } = {},
): DifferencingFault | undefined {
  requireThreshold(k)
  const singly = [...newRelease.cells.keys()]
    .filter((name) => !exempt.includes(name))
    .map((name) => ({
      cells: [name],
      earlier: shownIn(earlierRelease, name),
      later: shownIn(newRelease, name),
    }))
  const together = newRelease.sums
    .filter((sum) => earlierRelease.sums.some((other) => isSameSum(sum, other)))
    .map((sum) => suppressedTogether(sum, earlierRelease, newRelease))
  const differences = [...singly, ...together].flatMap(({ cells, earlier, later }): SmallDifference[] => {
    if (earlier === undefined || later === undefined || cells.length === 0) return []
    const people = Math.abs(later - earlier)
    return people >= 1 && people < k ? [{ cells, earlier, later }] : []
  })
  return differences.length === 0 ? undefined : { reason: 'differs-by-too-few-people', k, differences }
}

/** The parts of a sum that either release suppresses, and what is left for them of the whole. */
function suppressedTogether({ whole, parts }: TableSum, earlierRelease: Release, newRelease: Release) {
  const isShown = (name: string) =>
    shownIn(earlierRelease, name) !== undefined && shownIn(newRelease, name) !== undefined
  const left = (release: Release) =>
    parts
      .filter(isShown)
      .reduce(
        (rest, part) => rest - (shownIn(release, part) ?? Number.NaN),
        shownIn(release, whole) ?? Number.NaN,
      )
  // A sum with parts that are never published is there for suppression only; what it leaves is no group of people.
  const isWhole = isShown(whole) && parts.every((part) => newRelease.cells.has(part))
  const cells = isWhole ? parts.filter((part) => !isShown(part)) : []
  return { cells, earlier: left(earlierRelease), later: left(newRelease) }
}

function isSameSum(one: TableSum, other: TableSum): boolean {
  const parts = new Set(other.parts)
  return (
    one.whole === other.whole &&
    one.parts.length === other.parts.length &&
    one.parts.every((part) => parts.has(part))
  )
}

function shownIn(release: Release, name: string): number | undefined {
  const cell = release.cells.get(name)
  return cell?.state === 'shown' ? cell.count : undefined
}
