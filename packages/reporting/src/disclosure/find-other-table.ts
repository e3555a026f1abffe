import type { CountTable } from './count-table.ts'
import { type Equation, findCheapestSolution } from './find-cheapest-solution.ts'
import { countOf } from './require-table.ts'

/** A count that a reader is to think possible. */
export type Possibility = { readonly name: string; readonly count: number }

/** A table that adds up as the true one does: the counts that a reader cannot rule out, and those still to be hidden for it. */
export type OtherTable = { readonly counts: ReadonlyMap<string, number>; readonly toHide: readonly string[] }

type Unknown = { name: string; direction: 1 | -1; cost: number }

/**
 * Another table of whole, non-negative counts in which the possibility holds and which a reader who sees all but the
 * hidden counts could take for the true one. Where the hidden counts do not leave enough room for it, `toHide` names
 * those of `hideable` (with what hiding them costs) that make room at the least cost; it is then only a step on the way,
 * and its counts need not hold. Undefined where there is none.
 *
 * Source: the linear programme of Kelly, Golden and Assad 1992, "Cell suppression: disclosure protection for sensitive
 * tabular data", Networks 22: 397-417.
 */
export function findOtherTable(
  table: CountTable,
  hidden: ReadonlySet<string>,
  hideable: ReadonlyMap<string, number>,
  possibility: Possibility,
): OtherTable | undefined {
  const unknowns = unknownsOf(table, hidden, hideable, possibility.name)
  const equations = table.sums.map(({ whole, parts }): Equation => {
    const factorOf = new Map([...parts.map((part): [string, number] => [part, 1]), [whole, -1]])
    const known = [...factorOf].map(([name, factor]) => factor * startOf(table, hidden, possibility, name))
    return {
      factors: unknowns.map(({ name, direction }) => direction * (factorOf.get(name) ?? 0)),
      total: -known.reduce((total, value) => total + value, 0),
    }
  })
  const solution = findCheapestSolution(
    equations,
    unknowns.map(({ cost }) => cost),
  )
  if (solution === undefined) return undefined

  const counts = new Map(
    [...table.counts.keys()].map((name) => [name, startOf(table, hidden, possibility, name)]),
  )
  const toHide = new Set<string>()
  for (const [index, { name, direction }] of unknowns.entries()) {
    const moved = solution[index] ?? 0
    if (!hidden.has(name) && Math.abs(moved) > 1e-6) toHide.add(name)
    counts.set(name, Math.round((counts.get(name) ?? 0) + direction * moved))
  }
  // Whole numbers are checked as whole numbers: what a reader may believe does not rest on rounding.
  if (toHide.size === 0 && !addsUp(table, counts)) return undefined
  return { counts, toHide: [...toHide] }
}

/** A hidden count may be anything from 0 up; a shown one moves up or down from where it stands, at its cost. */
function unknownsOf(
  table: CountTable,
  hidden: ReadonlySet<string>,
  hideable: ReadonlyMap<string, number>,
  fixed: string,
): Unknown[] {
  const free = [...hidden].filter((name) => name !== fixed)
  const movable = [...hideable].filter(([name]) => name !== fixed && !hidden.has(name))
  return [
    ...free.map((name): Unknown => ({ name, direction: 1, cost: 0 })),
    ...movable.flatMap(([name, cost]): Unknown[] => [
      { name, direction: 1, cost },
      ...(countOf(table, name) > 0 ? [{ name, direction: -1, cost } as const] : []),
    ]),
  ]
}

function startOf(
  table: CountTable,
  hidden: ReadonlySet<string>,
  possibility: Possibility,
  name: string,
): number {
  if (name === possibility.name) return possibility.count
  return hidden.has(name) ? 0 : countOf(table, name)
}

function addsUp(table: CountTable, counts: ReadonlyMap<string, number>): boolean {
  const countIn = (name: string) => counts.get(name) ?? Number.NaN
  return (
    [...counts.values()].every((count) => count >= 0) &&
    table.sums.every(
      ({ whole, parts }) => parts.reduce((total, part) => total + countIn(part), 0) === countIn(whole),
    )
  )
}
