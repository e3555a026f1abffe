import type { CountTable } from './count-table.ts'

/** A breakdown in which everybody is counted in exactly one part: the parts add up to the total. */
export function oneWayTable(total: string, parts: ReadonlyMap<string, number>): CountTable {
  const together = [...parts.values()].reduce((sum, count) => sum + count, 0)
  return {
    counts: new Map([...parts, [total, together]]),
    sums: [{ whole: total, parts: [...parts.keys()] }],
    unpublished: [],
  }
}
