import type { CountTable } from './count-table.ts'

/**
 * Several tables of one release as one. Counts of one name are one count, so that a total which is hidden in one
 * breakdown is hidden in all of them, and none gives away what another one hides. Two counts of one name that differ:
 * RangeError.
 */
export function linkTables(tables: readonly CountTable[]): CountTable {
  const counts = new Map<string, number>()
  for (const table of tables) {
    for (const [name, count] of table.counts) {
      const known = counts.get(name) ?? count
      if (known !== count)
        throw new RangeError(`${name} counts ${known} in one table and ${count} in another`)
      counts.set(name, count)
    }
  }
  return {
    counts,
    sums: tables.flatMap(({ sums }) => sums),
    unpublished: [...new Set(tables.flatMap(({ unpublished }) => unpublished))],
  }
}
