import type { CountTable } from '../count-table.ts'

/**
 * Whether a reader who sees all but the hidden counts must think it possible that the named one counts this many: tries
 * whole, non-negative tables one after the other until one adds up. Shares nothing with the programme under test.
 */
export function canCount(
  table: CountTable,
  hidden: ReadonlySet<string>,
  name: string,
  count: number,
): boolean {
  const known = new Map([...table.counts].filter(([other]) => !hidden.has(other)))
  const highest = Math.max(...table.counts.values(), count) * 2
  return canComplete(table, new Map([...known, [name, count]]), highest)
}

/** The counts from 0 to `highest` that the reader must think possible. */
export function possibleCounts(
  table: CountTable,
  hidden: ReadonlySet<string>,
  name: string,
  highest: number,
): number[] {
  return Array.from({ length: highest + 1 }, (_, count) => count).filter((count) =>
    canCount(table, hidden, name, count),
  )
}

function canComplete(table: CountTable, start: ReadonlyMap<string, number>, highest: number): boolean {
  const counts = new Map(start)
  for (let settled = false; !settled; ) {
    settled = true
    for (const { whole, parts } of table.sums) {
      const open = [whole, ...parts].filter((name) => !counts.has(name))
      const missing = parts.reduce((rest, part) => rest - (counts.get(part) ?? 0), counts.get(whole) ?? 0)
      const [only] = open
      if (only === undefined && missing !== 0) return false
      if (!open.includes(whole) && missing < 0) return false
      if (only === undefined || open.length > 1) continue
      const left = only === whole ? -missing : missing
      if (left < 0) return false
      counts.set(only, left)
      settled = false
    }
  }
  const next = narrowest(table, counts)
  if (next === undefined) return true
  const most = Math.min(
    highest,
    ...table.sums
      .filter(({ whole, parts }) => parts.includes(next) && counts.has(whole))
      .map(({ whole, parts }) =>
        parts.reduce((rest, part) => rest - (counts.get(part) ?? 0), counts.get(whole) ?? 0),
      ),
  )
  for (let count = 0; count <= most; count += 1) {
    if (canComplete(table, new Map([...counts, [next, count]]), highest)) return true
  }
  return false
}

/** A count still open, from the sum with the fewest of them; counts in no sum at all may be anything. */
function narrowest(table: CountTable, counts: ReadonlyMap<string, number>): string | undefined {
  const open = table.sums
    .map(({ whole, parts }) => [...parts, whole].filter((name) => !counts.has(name)))
    .filter((names) => names.length > 0)
    .toSorted((one, other) => one.length - other.length)
  return open[0]?.[0]
}
