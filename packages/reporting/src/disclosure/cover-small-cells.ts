import type { CountTable } from './count-table.ts'
import { findOtherTable, type Possibility } from './find-other-table.ts'
import { countOf } from './require-table.ts'

/** What is hidden so that the small cells stay hidden, and the small cells that nothing can hide. */
export type Cover = { readonly hidden: ReadonlySet<string>; readonly exposed: readonly string[] }

/** Counts in tables that a reader could take for the true one, as far as they differ from it in hidden cells only. */
type Proofs = readonly ReadonlyMap<string, number>[]

type State = { readonly hidden: ReadonlySet<string>; readonly proofs: Proofs }

/**
 * Chooses what to hide beside the small cells. A cell is safe when there are other tables, equal in all that is shown,
 * in which it counts something else: k people, so that nobody can tell that it is small, and another small number, so
 * that even who knows that it is small cannot tell which. Hiding more never makes a safe cell unsafe, so the cells are
 * made safe one after the other; in the end everything that proves needless is shown again. A cell that is hidden with
 * need can itself not be worked out: in every table that made it needed, it counts something else.
 */
export function coverSmallCells(
  table: CountTable,
  k: number,
  small: readonly string[],
  shownAnyway: ReadonlySet<string>,
): Cover {
  const fixed = new Set([...table.unpublished, ...small, ...shownAnyway])
  const hideable = costsOf(table, fixed)
  const needed: Possibility[] = []
  const exposed: string[] = []
  let state: State = { hidden: new Set([...table.unpublished, ...small]), proofs: [] }
  const makePossible = (possibility: Possibility): boolean => {
    const next = withRoomFor(table, state, hideable, possibility)
    if (next === undefined) return false
    state = next
    needed.push(possibility)
    return true
  }
  for (const name of small) {
    const count = countOf(table, name)
    const [large, otherSmall] = [k, count + 1 < k ? count + 1 : count - 1]
    const hidesSize = makePossible({ name, count: large })
    const hidesCount = makePossible({ name, count: otherSmall })
    // An exempt total below k tells that its parts are small; they are still not told apart.
    if (!hidesSize && !hidesCount && !makePossible({ name, count: count - 1 })) exposed.push(name)
  }
  for (const [name] of [...hideable].toSorted(([, one], [, other]) => other - one)) {
    if (state.hidden.has(name)) state = withoutHiding(table, state, name, needed)
  }
  return { hidden: state.hidden, exposed }
}

/**
 * What hiding each cell costs the reader: as much as the cell counts. Hiding a zero costs most, because a reader often
 * knows from elsewhere that it must be one.
 */
function costsOf(table: CountTable, fixed: ReadonlySet<string>): Map<string, number> {
  const most = Math.max(0, ...table.counts.values())
  const hideable = [...table.counts].filter(([name]) => !fixed.has(name))
  return new Map(hideable.map(([name, count]) => [name, count > 0 ? count : most + 1]))
}

function withRoomFor(
  table: CountTable,
  before: State,
  hideable: ReadonlyMap<string, number>,
  possibility: Possibility,
): State | undefined {
  if (isProved(before.proofs, possibility)) return before
  let { hidden } = before
  for (;;) {
    const other = findOtherTable(table, hidden, hideable, possibility)
    if (other === undefined) return undefined
    if (other.toHide.length === 0) return { hidden, proofs: [...before.proofs, other.counts] }
    hidden = new Set([...hidden, ...other.toHide])
  }
}

/** The state in which this cell is shown again, if all that is needed stays possible; else the state as it is. */
function withoutHiding(
  table: CountTable,
  before: State,
  name: string,
  needed: readonly Possibility[],
): State {
  const hidden = new Set([...before.hidden].filter((other) => other !== name))
  const count = countOf(table, name)
  let proofs: Proofs = before.proofs.filter((proof) => proof.get(name) === count)
  for (const possibility of needed) {
    if (isProved(proofs, possibility)) continue
    const other = findOtherTable(table, hidden, new Map(), possibility)
    if (other === undefined) return before
    proofs = [...proofs, other.counts]
  }
  return { hidden, proofs }
}

function isProved(proofs: Proofs, { name, count }: Possibility): boolean {
  return proofs.some((proof) => proof.get(name) === count)
}
