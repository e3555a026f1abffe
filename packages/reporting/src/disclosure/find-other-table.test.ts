import { describe, expect, test } from 'vitest'
import type { CountTable } from './count-table.ts'
import { findOtherTable } from './find-other-table.ts'

/** Sums so entangled that d can only change by two at a time: a and c move together, each half as far as d. */
const entangled: CountTable = {
  counts: new Map(Object.entries({ a: 4, b: 4, c: 4, d: 1, ab: 8, bc: 8, acd: 9 })),
  sums: [
    { whole: 'ab', parts: ['a', 'b'] },
    { whole: 'bc', parts: ['b', 'c'] },
    { whole: 'acd', parts: ['a', 'c', 'd'] },
  ],
  unpublished: [],
}
const cells = new Set(['a', 'b', 'c', 'd'])

describe('findOtherTable', () => {
  test('DIS-2 half a person is no possibility: what a reader may believe is whole', () => {
    expect(findOtherTable(entangled, cells, new Map(), { name: 'd', count: 2 })).toBeUndefined()
    const other = findOtherTable(entangled, cells, new Map(), { name: 'd', count: 3 })
    expect(other?.counts).toEqual(new Map(Object.entries({ a: 3, b: 5, c: 3, d: 3, ab: 8, bc: 8, acd: 9 })))
  })

  test('DIS-2 nor is a table in which somebody counts less than nobody', () => {
    expect(findOtherTable(entangled, cells, new Map(), { name: 'd', count: 11 })).toBeUndefined()
    expect(findOtherTable(entangled, cells, new Map(), { name: 'd', count: 9 })?.counts.get('a')).toBe(0)
  })

  test('DIS-5 where the hidden cells leave no room, it names the cheapest that make room', () => {
    const costs = new Map(Object.entries({ acd: 2, c: 5, ab: 9 }))
    const onlyD = findOtherTable(entangled, new Set(['d']), costs, { name: 'd', count: 3 })
    expect(onlyD?.toHide).toEqual(['acd'])
    const withoutTotal = new Map(Object.entries({ a: 3, b: 1, c: 5, ab: 9, bc: 2 }))
    const other = findOtherTable(entangled, new Set(['d']), withoutTotal, { name: 'd', count: 3 })
    expect(other?.toHide.toSorted()).toEqual(['a', 'b', 'c'])
  })
})
