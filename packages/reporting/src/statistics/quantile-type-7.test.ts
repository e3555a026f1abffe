import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { median } from './median.ts'
import { quantileType7 } from './quantile-type-7.ts'

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

/** Miles per gallon of the 32 cars of R's data set mtcars (Motor Trend 1974). */
const milesPerGallon = [
  21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4,
  30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
]

describe('quantileType7', () => {
  test.each([
    [0, 10.4],
    [0.25, 15.425],
    [0.5, 19.2],
    [0.75, 22.8],
    [1, 33.9],
  ])('STA-6 the quantile %d of the cars is the one that R gives', (p, expected) => {
    expect(quantileType7(milesPerGallon, p)).toBeCloseTo(expected, 12)
  })

  test('STA-6 between two values it goes in proportion, as quantile(1:10) in R', () => {
    const oneToTen = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantileType7(oneToTen, p))).toEqual([1, 3.25, 5.5, 7.75, 10])
    expect(quantileType7(oneToTen, 0.9)).toBeCloseTo(9.1, 14)
  })

  test('STA-6 of no values there is none, of one value it is that value', () => {
    expect(quantileType7([], 0.9)).toBeNull()
    expect(quantileType7([42], 0.9)).toBe(42)
  })

  test('STA-6 it rises with the share, from the smallest value to the largest', () => {
    fc.assert(
      fc.property(values, share, share, (some, one, other) => {
        const lower = quantileType7(some, Math.min(one, other)) ?? Number.NaN
        const higher = quantileType7(some, Math.max(one, other)) ?? Number.NaN
        expect(lower).toBeLessThanOrEqual(higher + 1e-9)
        expect(quantileType7(some, 0)).toBe(Math.min(...some))
        expect(quantileType7(some, 1)).toBe(Math.max(...some))
      }),
    )
  })

  test('STA-6 the k-th of n values is the quantile (k - 1) / (n - 1)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 2, maxLength: 60 }), (some) => {
        const sorted = some.toSorted((one, other) => one - other)
        const found = sorted.map((_, place) => quantileType7(some, place / (sorted.length - 1)) ?? Number.NaN)
        for (const [place, value] of sorted.entries()) {
          expect(Math.abs((found[place] ?? Number.NaN) - value)).toBeLessThanOrEqual(1e-4)
        }
      }),
    )
  })

  test('STA-9 a share outside 0 to 1 and a value that is not finite are refused', () => {
    expect(() => quantileType7([1, 2], 1.01)).toThrow(RangeError)
    expect(() => quantileType7([1, 2], Number.NaN)).toThrow(RangeError)
    expect(() => quantileType7([1, Number.NaN], 0.5)).toThrow(RangeError)
  })
})

describe('median', () => {
  test('STA-6 the median has as many values above as below, whatever their order', () => {
    fc.assert(
      fc.property(values, (some) => {
        const middle = median(some) ?? Number.NaN
        const below = some.filter((value) => value < middle).length
        const above = some.filter((value) => value > middle).length
        expect(below).toBeLessThanOrEqual(some.length / 2)
        expect(above).toBeLessThanOrEqual(some.length / 2)
        expect(median(some.toReversed())).toBe(middle)
      }),
    )
  })

  test('STA-6 of an even number of values it is the mean of the middle two', () => {
    expect(median([423, 1, 424, 900])).toBe(423.5)
    expect(median([])).toBeNull()
  })

  test('STA-6 numbers are ordered as numbers, not as words', () => {
    expect(median([9, 10, 100])).toBe(10)
  })
})
