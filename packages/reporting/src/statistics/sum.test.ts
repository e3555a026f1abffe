import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mean } from './mean.ts'
import { sum } from './sum.ts'

/** The sum of whole numbers and halves, quarters … down to 2^-20, in whole-number arithmetic. */
function exactSum(values: readonly number[]): number {
  const parts = 2 ** 20
  return Number(values.reduce((total, value) => total + BigInt(value * parts), 0n)) / parts
}

describe('sum', () => {
  test('STA-7 large values that cancel out leave the small one standing', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2)
  })

  test('STA-7 ten tenths are one', () => {
    expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1)
  })

  test('STA-7 a sum is the exact one, rounded, in any order', () => {
    const fraction = fc.integer({ min: -(2 ** 50), max: 2 ** 50 }).map((value) => value / 2 ** 20)
    fc.assert(
      fc.property(fc.array(fraction, { maxLength: 300 }), (values) => {
        const exact = exactSum(values)
        const size = values.reduce((total, value) => total + Math.abs(value), 0)
        for (const order of [values, values.toReversed(), values.toSorted((one, other) => one - other)]) {
          expect(Math.abs(sum(order) - exact)).toBeLessThanOrEqual(
            2 * Number.EPSILON * Math.abs(exact) + 1e-28 * size,
          )
        }
      }),
    )
  })

  test('STA-7 of nothing the sum is 0 and there is no mean', () => {
    expect(sum([])).toBe(0)
    expect(mean([])).toBeNull()
  })
})

describe('mean', () => {
  test('STA-7 a million equal values have that value as their mean', () => {
    expect(mean(Array.from({ length: 1_000_000 }, () => 0.1))).toBe(0.1)
  })
})
