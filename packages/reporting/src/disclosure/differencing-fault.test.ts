import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differencingFault } from './differencing-fault.ts'
import { disclosureThreshold } from './disclosure-threshold.ts'
import { oneWayTable } from './one-way-table.ts'
import { overlappingTable } from './overlapping-table.ts'
import { type Release, suppressTable } from './suppress-table.ts'

const published = { exempt: ['A1'] }

function release(parts: Record<string, number>, k: number): Release {
  const suppression = suppressTable(oneWayTable('A1', new Map(Object.entries(parts))), k, published)
  if (suppression.outcome === 'refused') throw new Error('refused')
  return suppression.release
}

describe('differencingFault', () => {
  test('DIS-8 a release that adds one woman to a division tells who came, and is refused', () => {
    const earlier = release({ BD30: 25, BD40: 63 }, 11)
    const later = release({ BD30: 25, BD40: 64 }, 11)
    expect(differencingFault(earlier, later, 11)).toEqual({
      reason: 'differs-by-too-few-people',
      k: 11,
      differences: [
        { cells: ['BD40'], earlier: 63, later: 64 },
        { cells: ['A1'], earlier: 88, later: 89 },
      ],
    })
  })

  test('DIS-8 fewer by a few is as bad as more by a few, and k itself is enough', () => {
    const earlier = release({ BD30: 25, BD40: 63 }, 11)
    expect(differencingFault(earlier, release({ BD30: 25, BD40: 53 }, 11), 11)?.differences).toHaveLength(2)
    expect(differencingFault(earlier, release({ BD30: 25, BD40: 52 }, 11), 11)).toBeUndefined()
    expect(differencingFault(earlier, release({ BD30: 25, BD40: 74 }, 11), 11)).toBeUndefined()
    expect(differencingFault(earlier, release({ BD30: 25, BD40: 63 }, 11), 11)).toBeUndefined()
  })

  test('DIS-8 what a release hides cannot be compared by itself, but what it hides together can', () => {
    const earlier = release({ border: 14, other: 2, prison: 28, shelter: 84 }, 11)
    const later = release({ border: 14, other: 3, prison: 28, shelter: 84 }, 11)
    expect(differencingFault(earlier, later, 11, published)?.differences).toEqual([
      { cells: ['border', 'other'], earlier: 16, later: 17 },
    ])
  })

  test('DIS-8 a cell that only one of the releases hides counts among what is hidden together', () => {
    const earlier = release({ border: 14, other: 4, prison: 28, shelter: 84 }, 11)
    const later = release({ border: 14, other: 11, prison: 39, shelter: 84 }, 11)
    expect(differencingFault(earlier, later, 11, published)?.differences).toEqual([
      { cells: ['border', 'other'], earlier: 18, later: 25 },
    ])
  })

  test('DIS-8 a breakdown that has become another one is not compared part by part', () => {
    const earlier = release({ border: 14, prison: 28 }, 5)
    const later = release({ abroad: 14, prison: 28 }, 5)
    expect(differencingFault(earlier, later, 5)).toBeUndefined()
  })

  test('DIS-8 where people count under several types, what a type leaves of the total is not compared', () => {
    const overlapping = (people: number, labour: number, marriage: number) => {
      const types = new Map(Object.entries({ ForcedLabour: labour, ForcedMarriage: marriage }))
      const suppression = suppressTable(overlappingTable('A1', people, types), 5, published)
      if (suppression.outcome === 'refused') throw new Error('refused')
      return suppression.release
    }
    const earlier = overlapping(40, 30, 30)
    expect(differencingFault(earlier, overlapping(62, 50, 30), 5, published)).toBeUndefined()
    expect(differencingFault(earlier, overlapping(62, 50, 32), 5, published)?.differences).toEqual([
      { cells: ['ForcedMarriage'], earlier: 30, later: 32 },
    ])
  })

  test('DIS-8 where no fault is found, no shown cell of one release lies within k people of the other', () => {
    const counts = fc.record({ a: fc.nat(30), b: fc.nat(30), c: fc.nat(30), d: fc.nat(30) })
    fc.assert(
      fc.property(counts, counts, fc.constantFrom(...Object.values(disclosureThreshold)), (one, other, k) => {
        const [earlier, later] = [release(one, k), release(other, k)]
        const fault = differencingFault(earlier, later, k)
        const closeCells = [...later.cells].filter(([name, cell]) => {
          const before = earlier.cells.get(name)
          if (cell.state === 'suppressed' || before?.state !== 'shown') return false
          const people = Math.abs(cell.count - before.count)
          return people > 0 && people < k
        })
        const named = fault?.differences.flatMap(({ cells }) => (cells.length === 1 ? cells : [])) ?? []
        expect(closeCells.map(([name]) => name).filter((name) => !named.includes(name))).toEqual([])
        for (const { cells, earlier: before, later: after } of fault?.differences ?? []) {
          const countIn = (parts: Record<string, number>, name: string) =>
            name === 'A1' ? Object.values(parts).reduce((sum, people) => sum + people, 0) : (parts[name] ?? 0)
          expect(cells.reduce((sum, name) => sum + countIn(one, name), 0)).toBe(before)
          expect(cells.reduce((sum, name) => sum + countIn(other, name), 0)).toBe(after)
          expect(Math.abs(after - before)).toBeLessThan(k)
        }
        expect(differencingFault(later, earlier, k) === undefined).toBe(fault === undefined)
      }),
    )
  })

  test('DIS-9 a threshold that is no number of people is refused as a mistake', () => {
    const some = release({ a: 20 }, 5)
    expect(() => differencingFault(some, some, 0)).toThrow(RangeError)
    expect(() => differencingFault(some, some, 2.5)).toThrow(RangeError)
  })
})

describe('disclosureThreshold', () => {
  test('DIS-1 the public sees no cell below 11 people, a donor none below 5', () => {
    expect(disclosureThreshold).toEqual({ public: 11, donor: 5 })
  })
})
