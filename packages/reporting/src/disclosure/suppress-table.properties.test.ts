import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CountTable } from './count-table.ts'
import { suppressTable } from './suppress-table.ts'
import { canCount, possibleCounts } from './testing/can-count.ts'
import { anyTables, ordinaryTables, threshold, withExempt } from './testing/some-tables.ts'

function isSmall(people: number, k: number): boolean {
  return people >= 1 && people < k
}

/** All that may be hidden, hidden: the best that any suppression could do. */
function everythingHidden(table: CountTable, exempt: readonly string[]): Set<string> {
  return new Set([...table.counts.keys()].filter((name) => !exempt.includes(name)))
}

/** What a reader must think possible of each small cell, as far as hiding everything can make it possible. */
function wantedOf(table: CountTable, k: number, exempt: readonly string[]) {
  const small = [...table.counts].filter(
    ([name, people]) => isSmall(people, k) && !exempt.includes(name) && !table.unpublished.includes(name),
  )
  const most = everythingHidden(table, exempt)
  return small.flatMap(([name, people]) =>
    [k, people + 1 < k ? people + 1 : people - 1]
      .filter((other) => canCount(table, most, name, other))
      .map((other) => ({ name, count: other })),
  )
}

function hiddenIn(table: CountTable, k: number, exempt: readonly string[]): Set<string> | undefined {
  const suppression = suppressTable(table, k, { exempt })
  if (suppression.outcome === 'refused') return undefined
  const { cells } = suppression.release
  const suppressed = [...cells.keys()].filter((name) => cells.get(name)?.state === 'suppressed')
  return new Set([...suppressed, ...table.unpublished])
}

describe('suppressTable, whatever the table', () => {
  test('DIS-1 whatever the table, nothing small is shown and all that is shown is true', () => {
    fc.assert(
      fc.property(withExempt(anyTables), threshold, ([table, exempt], k) => {
        const suppression = suppressTable(table, k, { exempt })
        if (suppression.outcome === 'refused') return
        for (const [name, cell] of suppression.release.cells) {
          if (cell.state === 'suppressed') continue
          expect(cell.count).toBe(table.counts.get(name))
          if (!exempt.includes(name)) expect(isSmall(cell.count, k)).toBe(false)
        }
      }),
    )
  })

  test('DIS-2 of no suppressed cell can be worked out what it counts', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(withExempt(anyTables), threshold, ([table, exempt], k) => {
        const hidden = hiddenIn(table, k, exempt)
        if (hidden === undefined) return
        const highest = Math.max(...table.counts.values()) + k
        for (const name of hidden) {
          if (table.unpublished.includes(name)) continue
          const possible = possibleCounts(table, hidden, name, highest)
          expect(possible).toContain(table.counts.get(name))
          expect(possible.length, `${name} is ${possible}`).toBeGreaterThanOrEqual(2)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('DIS-3 a small cell may count k people or another small number, as far as the exempt totals allow', () => {
    fc.assert(
      fc.property(withExempt(ordinaryTables), threshold, ([table, exempt], k) => {
        const hidden = hiddenIn(table, k, exempt)
        if (hidden === undefined) return
        for (const wanted of wantedOf(table, k, exempt)) {
          expect(canCount(table, hidden, wanted.name, wanted.count), JSON.stringify(wanted)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('DIS-4 totals that are published anyway are shown, however small', () => {
    fc.assert(
      fc.property(withExempt(anyTables), threshold, ([table, exempt], k) => {
        const hidden = hiddenIn(table, k, exempt)
        for (const name of exempt) expect(hidden?.has(name) ?? false).toBe(false)
      }),
    )
  })

  test('DIS-4 it is refused only where hiding everything else would not help', () => {
    fc.assert(
      fc.property(withExempt(ordinaryTables), threshold, ([table, exempt], k) => {
        const suppression = suppressTable(table, k, { exempt })
        if (suppression.outcome === 'released') return
        const most = everythingHidden(table, exempt)
        const highest = Math.max(...table.counts.values()) + k
        for (const name of suppression.cells) {
          expect(possibleCounts(table, most, name, highest)).toEqual([table.counts.get(name)])
        }
      }),
      { numRuns: 300 },
    )
  })

  test('DIS-5 nothing is hidden needlessly: to show any other cell again would expose a small one', () => {
    fc.assert(
      fc.property(withExempt(ordinaryTables), threshold, ([table, exempt], k) => {
        const hidden = hiddenIn(table, k, exempt)
        if (hidden === undefined) return
        const wanted = wantedOf(table, k, exempt)
        fc.pre(
          new Set(wanted.map(({ name }) => name)).size === [...hidden].filter((name) => small(name)).length,
        )
        for (const name of hidden) {
          if (small(name) || table.unpublished.includes(name)) continue
          const less = new Set([...hidden].filter((other) => other !== name))
          const stillPossible = wanted.every((other) => canCount(table, less, other.name, other.count))
          expect(stillPossible, `${name} could be shown`).toBe(false)
        }
        function small(name: string): boolean {
          return isSmall(table.counts.get(name) ?? 0, k) && !table.unpublished.includes(name)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('DIS-5 a table without small cells is shown whole', () => {
    fc.assert(
      fc.property(anyTables, (table) => {
        expect(hiddenIn(table, 1, [])).toEqual(new Set(table.unpublished))
      }),
    )
  })
})
