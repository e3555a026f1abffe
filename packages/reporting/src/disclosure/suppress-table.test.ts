import { describe, expect, test } from 'vitest'
import type { CountTable } from './count-table.ts'
import { linkTables } from './link-tables.ts'
import { overlappingTable } from './overlapping-table.ts'
import { type SuppressionOptions, suppressTable } from './suppress-table.ts'
import { oneWay, twoWay } from './testing/some-tables.ts'
import { twoWayTable } from './two-way-table.ts'

/** What a reader sees: a number, or a star. */
function shown(table: CountTable, k: number, options?: SuppressionOptions): Record<string, number | '*'> {
  const suppression = suppressTable(table, k, options)
  if (suppression.outcome === 'refused') throw new Error(`refused: ${suppression.cells.join(', ')}`)
  return Object.fromEntries(
    [...suppression.release.cells].map(([name, cell]) => [name, cell.state === 'shown' ? cell.count : '*']),
  )
}

describe('suppressTable', () => {
  test('DIS-1 a cell of 1 to k - 1 people is suppressed, one of none or of k is shown', () => {
    const counts = { none: 0, one: 1, ten: 10, eleven: 11, many: 40 }
    const apart = { counts: new Map(Object.entries(counts)), sums: [], unpublished: [] }
    expect(shown(apart, 11)).toEqual({ none: 0, one: '*', ten: '*', eleven: 11, many: 40 })
    expect(shown(apart, 5)).toEqual({ none: 0, one: '*', ten: 10, eleven: 11, many: 40 })
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

  test('DIS-3 nor does a cell of k - 1 people stand at the lowest it could be', () => {
    // Three people of type a alone would leave 10 with nothing but type b, so b may not be less than 10.
    const table = overlappingTable('all', 40, new Map(Object.entries({ a: 30, b: 10 })))
    expect(shown(table, 11, { exempt: ['all'] })).toEqual({ a: '*', b: '*', all: 40 })
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

  test('DIS-5 a cell of nobody is suppressed last, because a reader often knows that it must be one', () => {
    const table = twoWay([
      [3, 20, 30],
      [25, 0, 28],
      [60, 70, 80],
    ])
    expect(shown(table, 5)).toMatchObject({ 'row 2 × column 2': 0, 'row 2 × column 3': '*' })
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
