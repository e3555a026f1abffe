import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CountTable } from './count-table.ts'
import { linkTables } from './link-tables.ts'
import { oneWayTable } from './one-way-table.ts'
import { overlappingTable } from './overlapping-table.ts'
import { type SuppressionOptions, suppressTable } from './suppress-table.ts'
import { canCount, possibleCounts } from './testing/can-count.ts'
import { twoWayTable } from './two-way-table.ts'

/** What a reader sees: a number, or a star. */
function shown(table: CountTable, k: number, options?: SuppressionOptions): Record<string, number | '*'> {
  const suppression = suppressTable(table, k, options)
  if (suppression.outcome === 'refused') throw new Error(`refused: ${suppression.cells.join(', ')}`)
  return Object.fromEntries(
    [...suppression.release.cells].map(([name, cell]) => [name, cell.state === 'shown' ? cell.count : '*']),
  )
}

function oneWay(total: string, parts: Record<string, number>): CountTable {
  return oneWayTable(total, new Map(Object.entries(parts)))
}

function twoWay(rows: number[][]): CountTable {
  const named = (prefix: string, index: number) => `${prefix}${index + 1}`
  return twoWayTable(
    new Map(
      rows.map((row, index) => [
        named('row ', index),
        new Map(row.map((count, column) => [named('column ', column), count])),
      ]),
    ),
  )
}

const count = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 9 }))
const threshold = fc.integer({ min: 1, max: 5 })
const parts = fc
  .array(count, { minLength: 1, maxLength: 5 })
  .map((counts) => new Map(counts.map((people, index): [string, number] => [`part ${index}`, people])))

const oneWayTables = parts.map((some) => oneWayTable('all', some))
const twoWayTables = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map(twoWay)
/** Two breakdowns of the same people: the second moves some of them from part to part. */
const linkedTables = fc
  .tuple(parts, fc.array(count, { minLength: 1, maxLength: 3 }))
  .map(([first, sizes]) => {
    const people = [...first.values()].reduce((total, size) => total + size, 0)
    let left = people
    const second = new Map<string, number>()
    for (const [index, size] of sizes.entries()) {
      second.set(`other part ${index}`, Math.min(size, left))
      left -= Math.min(size, left)
    }
    second.set('rest', left)
    return linkTables([oneWayTable('all', first), oneWayTable('all', second)])
  })
const overlappingTables = fc
  .array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 })
  .map((people) => {
    const some = people.filter((person) => person.includes(true))
    const countOf = (index: number) => some.filter((person) => person[index]).length
    return overlappingTable(
      'all',
      some.length,
      new Map([0, 1, 2].map((index) => [`type ${index}`, countOf(index)])),
    )
  })
/** Totals over any cells whatever, as no ordinary table has them. */
const tangledTables = fc
  .tuple(
    fc.array(count, { minLength: 3, maxLength: 5 }),
    fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([counts, subsets]): CountTable => {
    const cells = counts.map((people, index): [string, number] => [`cell ${index}`, people])
    const sums = subsets.map((subset, index) => ({
      whole: `total ${index}`,
      parts: subset.map((cell) => `cell ${cell}`),
    }))
    const totals = subsets.map((subset, index): [string, number] => [
      `total ${index}`,
      subset.reduce((total, cell) => total + (counts[cell] ?? 0), 0),
    ])
    return { counts: new Map([...cells, ...totals]), sums, unpublished: [] }
  })

const ordinaryTables = fc.oneof(oneWayTables, twoWayTables, linkedTables, overlappingTables)
const anyTables = fc.oneof(ordinaryTables, tangledTables)
/** A table with some of its totals published anyway. */
const withExempt = (tables: fc.Arbitrary<CountTable>) =>
  tables.chain((table) => {
    const totals = [...new Set(table.sums.map(({ whole }) => whole))]
    const published = totals.filter((name) => !table.unpublished.includes(name))
    return fc.tuple(
      fc.constant(table),
      published.length === 0 ? fc.constant<string[]>([]) : fc.subarray(published),
    )
  })

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

describe('suppressTable', () => {
  test('DIS-1 a cell of 1 to k - 1 people is suppressed, one of none or of k is shown', () => {
    const counts = { none: 0, one: 1, ten: 10, eleven: 11, many: 40 }
    const apart = { counts: new Map(Object.entries(counts)), sums: [], unpublished: [] }
    expect(shown(apart, 11)).toEqual({ none: 0, one: '*', ten: '*', eleven: 11, many: 40 })
    expect(shown(apart, 5)).toEqual({ none: 0, one: '*', ten: 10, eleven: 11, many: 40 })
  })

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

  test('DIS-2 a single small cell takes the smallest other one with it', () => {
    const pathway = oneWay('A1', { border: 14, family: 18, other: 2, prison: 28, shelter: 84 })
    expect(shown(pathway, 5)).toEqual({
      border: '*',
      family: 18,
      other: '*',
      prison: 28,
      shelter: 84,
      A1: 146,
    })
  })

  test('DIS-2 in a table with rows and columns a small cell takes three others with it, at its corners', () => {
    const table = twoWay([
      [3, 20, 30],
      [25, 40, 50],
      [60, 70, 80],
    ])
    const stars = Object.entries(shown(table, 5)).filter(([, cell]) => cell === '*')
    expect(stars.map(([name]) => name)).toEqual([
      'row 1 × column 1',
      'row 1 × column 2',
      'row 2 × column 1',
      'row 2 × column 2',
    ])
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

  test('DIS-3 few people remain hidden among many: two small cells that make up the rest take a third one', () => {
    const gender = oneWay('A1', {
      Feminine: 139,
      Masculine: 3,
      TransgenderFeminine: 3,
      NonSpecifiedUnknown: 1,
    })
    expect(shown(gender, 11, { exempt: ['A1'] })).toEqual({
      Feminine: '*',
      Masculine: '*',
      TransgenderFeminine: '*',
      NonSpecifiedUnknown: '*',
      A1: 146,
    })
    expect(shown(gender, 5, { exempt: ['A1'] })).toMatchObject({ Feminine: 139 })
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

  test('DIS-3 nor does a cell of k - 1 people stand at the lowest it could be', () => {
    // Three people of type a alone would leave 10 with nothing but type b, so b may not be less than 10.
    const table = overlappingTable('all', 40, new Map(Object.entries({ a: 30, b: 10 })))
    expect(shown(table, 11, { exempt: ['all'] })).toEqual({ a: '*', b: '*', all: 40 })
  })

  test('DIS-4 totals that are published anyway are shown, however small', () => {
    fc.assert(
      fc.property(withExempt(anyTables), threshold, ([table, exempt], k) => {
        const hidden = hiddenIn(table, k, exempt)
        for (const name of exempt) expect(hidden?.has(name) ?? false).toBe(false)
      }),
    )
  })

  test('DIS-4 under a published total below k all parts are hidden', () => {
    const table = oneWay('G1', { Feminine: 4, Masculine: 3, TransgenderFeminine: 0 })
    expect(shown(table, 11, { exempt: ['G1'] })).toMatchObject({ Feminine: '*', Masculine: '*', G1: 7 })
  })

  test('DIS-4 a table is refused where a published total gives a small cell away', () => {
    const table = oneWay('G1', { Feminine: 4 })
    expect(suppressTable(table, 11, { exempt: ['G1'] })).toEqual({
      outcome: 'refused',
      reason: 'can-be-worked-out',
      cells: ['Feminine'],
    })
    expect(shown(table, 11)).toEqual({ Feminine: '*', G1: '*' })
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

  test('DIS-5 a cell of nobody is suppressed last, because a reader often knows that it must be one', () => {
    const table = twoWay([
      [3, 20, 30],
      [25, 0, 28],
      [60, 70, 80],
    ])
    expect(shown(table, 5)).toMatchObject({ 'row 2 × column 2': 0, 'row 2 × column 3': '*' })
  })

  test('DIS-5 a table without small cells is shown whole', () => {
    fc.assert(
      fc.property(anyTables, (table) => {
        expect(hiddenIn(table, 1, [])).toEqual(new Set(table.unpublished))
      }),
    )
  })

  test('DIS-6 a total that several breakdowns share is hidden in all of them or in none', () => {
    const gender = oneWay('all', { Feminine: 14, Masculine: 2 })
    const pathway = oneWay('all', { border: 16 })
    expect(shown(linkTables([gender, pathway]), 5)).toEqual({
      Feminine: '*',
      Masculine: '*',
      all: 16,
      border: 16,
    })
    // With the part of 14 published anyway, only the total can hide the 2; then the other breakdown may not name it.
    expect(shown(linkTables([gender, pathway]), 5, { exempt: ['Feminine'] })).toEqual({
      Feminine: 14,
      Masculine: '*',
      all: '*',
      border: '*',
    })
  })

  test('DIS-6 two tables that count one name differently cannot be linked', () => {
    expect(() => linkTables([oneWay('all', { a: 1 }), oneWay('all', { b: 2 })])).toThrow(RangeError)
  })

  test('DIS-7 where people count under several types, one small type alone gives nothing away', () => {
    const types = { ForcedLabour: 19, ForcedMarriage: 20, Other: 6, SexualExploitation: 124 }
    const table = overlappingTable('R1', 150, new Map(Object.entries(types)))
    expect(shown(table, 11, { exempt: ['R1'] })).toEqual({ ...types, Other: '*', R1: 150 })
  })

  test('DIS-9 a table that does not add up is refused as a mistake', () => {
    const parts = ['a', 'b']
    const table = (a: number, whole: number): CountTable => ({
      counts: new Map(Object.entries({ a, b: 2, all: whole })),
      sums: [{ whole: 'all', parts }],
      unpublished: [],
    })
    expect(() => suppressTable(table(1, 4), 5)).toThrow(/all counts 4, its parts 3/)
    expect(() => suppressTable(table(0.5, 2.5), 5)).toThrow(RangeError)
    expect(() => suppressTable(table(-1, 1), 5)).toThrow(RangeError)
    expect(() => suppressTable(table(1, 3), 0)).toThrow(RangeError)
    expect(() => suppressTable(table(1, 3), 5, { exempt: ['everybody'] })).toThrow(/everybody/)
    expect(() => suppressTable(overlappingTable('all', 3, new Map([['a', 2]])), 5)).toThrow(RangeError)
    expect(() => twoWayTable(new Map([['total', new Map([['a', 1]])]]))).toThrow(RangeError)
  })

  test('DIS-5 a table of 20 rows and 6 columns is settled in well under two seconds', () => {
    const rows = Array.from({ length: 20 }, (_, row) =>
      Array.from({ length: 6 }, (_, column) => (row * 37 + column * 61 + row * column * 17) % 43),
    )
    const started = performance.now()
    expect(suppressTable(twoWay(rows), 11).outcome).toBe('released')
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
