import type { CountTable } from './count-table.ts'

/** Returns the table unchanged; throws a RangeError where a count is none, a name is unknown or a sum does not add up. */
export function requireTable(table: CountTable): CountTable {
  for (const [name, count] of table.counts) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${name} counts ${count}`)
  }
  for (const name of table.unpublished) countOf(table, name)
  for (const { whole, parts } of table.sums) {
    const names = new Set([whole, ...parts])
    if (names.size !== parts.length + 1)
      throw new RangeError(`${whole} is the sum of one part twice, or of itself`)
    const together = parts.reduce((total, part) => total + countOf(table, part), 0)
    if (together !== countOf(table, whole)) {
      throw new RangeError(`${whole} counts ${countOf(table, whole)}, its parts ${together}`)
    }
  }
  return table
}

/** The count of this name; throws a RangeError where the table has none. */
export function countOf(table: CountTable, name: string): number {
  const count = table.counts.get(name)
  if (count === undefined) throw new RangeError(`the table has no count named ${name}`)
  return count
}
