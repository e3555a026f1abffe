import fc from 'fast-check'
import type { CountTable } from '../count-table.ts'
import { linkTables } from '../link-tables.ts'
import { oneWayTable } from '../one-way-table.ts'
import { overlappingTable } from '../overlapping-table.ts'
import { twoWayTable } from '../two-way-table.ts'

/** A table of one total and its parts by name. */
export function oneWay(total: string, parts: Record<string, number>): CountTable {
  return oneWayTable(total, new Map(Object.entries(parts)))
}

/** A table of rows and columns that are numbered from 1. */
export function twoWay(rows: number[][]): CountTable {
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
/** A small threshold, so that small tables have small and large cells. */
export const threshold = fc.integer({ min: 1, max: 5 })
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

/** Tables as they are published. */
export const ordinaryTables = fc.oneof(oneWayTables, twoWayTables, linkedTables, overlappingTables)
/** Tables as they are published, and others. */
export const anyTables = fc.oneof(ordinaryTables, tangledTables)
/** A table with some of its totals published anyway. */
export const withExempt = (tables: fc.Arbitrary<CountTable>) =>
  tables.chain((table) => {
    const totals = [...new Set(table.sums.map(({ whole }) => whole))]
    const published = totals.filter((name) => !table.unpublished.includes(name))
    return fc.tuple(
      fc.constant(table),
      published.length === 0 ? fc.constant<string[]>([]) : fc.subarray(published),
    )
  })
