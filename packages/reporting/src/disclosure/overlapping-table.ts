import type { CountTable } from './count-table.ts'

/**
 * A breakdown in which everybody is counted in at least one part and perhaps in several, such as types of exploitation.
 * The parts do not add up to the total, but a reader knows that no part exceeds it and that all of them together reach it.
 */
export function overlappingTable(
  total: string,
  people: number,
  parts: ReadonlyMap<string, number>,
): CountTable {
  const mentions = `${total}: mentions`
  const repeats = `${total}: mentions beyond the first`
  const others = (part: string) => `${total}: not in ${part}`
  const mentioned = [...parts.values()].reduce((sum, count) => sum + count, 0)
  return {
    counts: new Map([
      ...parts,
      [total, people],
      [mentions, mentioned],
      [repeats, mentioned - people],
      ...[...parts].map(([part, count]): [string, number] => [others(part), people - count]),
    ]),
    sums: [
      { whole: mentions, parts: [...parts.keys()] },
      { whole: mentions, parts: [total, repeats] },
      ...[...parts.keys()].map((part) => ({ whole: total, parts: [part, others(part)] })),
    ],
    unpublished: [mentions, repeats, ...[...parts.keys()].map(others)],
  }
}
