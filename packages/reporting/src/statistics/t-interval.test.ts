import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tInterval } from './t-interval.ts'

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 200 })

/** The standard deviation that an interval was built on, given the t quantile for its degrees of freedom. */
function deviationBehind(interval: ReturnType<typeof tInterval>, quantile: number): number {
  return (
    (((interval.high ?? Number.NaN) - (interval.low ?? Number.NaN)) / 2 / quantile) * Math.sqrt(interval.n)
  )
}

describe('tInterval', () => {
  // Student 1908, "The probable error of a mean": additional hours of sleep, 10 patients; the interval as in R's t.test.
  test('STA-5 Student’s ten patients slept 1.58 hours more, between 0.7001142 and 2.4598858', () => {
    const interval = tInterval([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4])
    expect(interval.n).toBe(10)
    expect(interval.mean).toBeCloseTo(1.58, 14)
    expect(interval.low).toBeCloseTo(0.7001142, 7)
    expect(interval.high).toBeCloseTo(2.4598858, 7)
  })

  // NIST Statistical Reference Datasets, univariate: NumAcc1, NumAcc3 and NumAcc4 with their certified mean and standard
  // deviation. The t quantile for 2 degrees of freedom has a closed form; that for 1000 is 1.9623390808264074 (mpmath).
  test.each([
    ['NumAcc1', [10_000_001, 10_000_003, 10_000_002], 10_000_002, 1, 0.95 / Math.sqrt(2 * 0.975 * 0.025)],
    ['NumAcc3', alternating(1_000_000.2, 1_000_000.1, 1_000_000.3), 1_000_000.2, 0.1, 1.9623390808264074],
    ['NumAcc4', alternating(10_000_000.2, 10_000_000.1, 10_000_000.3), 10_000_000.2, 0.1, 1.9623390808264074],
  ])(
    'STA-5 the NIST data set %s keeps its certified mean and deviation',
    (_name, set, mean, deviation, quantile) => {
      const interval = tInterval(set)
      expect(Math.abs((interval.mean ?? Number.NaN) / mean - 1)).toBeLessThan(1e-15)
      // The decimal fractions of the two large sets are themselves rounded when they are stored: a relative 1e-8.
      expect(Math.abs(deviationBehind(interval, quantile) / deviation - 1)).toBeLessThan(3e-8)
    },
  )

  test('STA-5 without values there is no mean, and with one no interval', () => {
    expect(tInterval([])).toEqual({ n: 0, mean: null, low: null, high: null })
    expect(tInterval([12])).toEqual({ n: 1, mean: 12, low: null, high: null })
  })

  test('STA-5 values that are all the same have an interval of no width', () => {
    expect(tInterval([7, 7, 7])).toEqual({ n: 3, mean: 7, low: 7, high: 7 })
  })

  test('STA-5 two values reach 12.706 times half their distance to either side', () => {
    const { low, high } = tInterval([0, 2])
    expect(low).toBeCloseTo(1 - 12.706204736174705, 12)
    expect(high).toBeCloseTo(1 + 12.706204736174705, 12)
  })

  test('STA-5 the interval moves with the values and grows with their scale', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -1000, max: 1000 }), (some, shift) => {
        const plain = tInterval(some)
        const moved = tInterval(some.map((value) => 2 * value + shift))
        const size = Math.max(1, ...some.map(Math.abs))
        expect(Math.abs((moved.mean ?? Number.NaN) - 2 * (plain.mean ?? Number.NaN) - shift)).toBeLessThan(
          1e-11 * size,
        )
        expect(Math.abs((moved.low ?? Number.NaN) - 2 * (plain.low ?? Number.NaN) - shift)).toBeLessThan(
          1e-9 * size,
        )
        expect(Math.abs((moved.high ?? Number.NaN) - 2 * (plain.high ?? Number.NaN) - shift)).toBeLessThan(
          1e-9 * size,
        )
      }),
    )
  })

  test('STA-7 the order of the values does not matter', () => {
    fc.assert(
      fc.property(values, (some) => {
        const there = tInterval(some)
        const back = tInterval(some.toReversed())
        const size = Math.max(1, ...some.map(Math.abs))
        expect(Math.abs((there.mean ?? Number.NaN) - (back.mean ?? Number.NaN))).toBeLessThan(1e-15 * size)
        expect(Math.abs((there.high ?? Number.NaN) - (back.high ?? Number.NaN))).toBeLessThan(1e-12 * size)
      }),
    )
  })

  test('STA-9 a value that is not finite has no mean', () => {
    expect(() => tInterval([1, Number.NaN])).toThrow(RangeError)
    expect(() => tInterval([1, Number.POSITIVE_INFINITY])).toThrow(RangeError)
  })
})

/** 1001 values: the first, then the low and the high one 500 times in turn. */
function alternating(first: number, low: number, high: number): number[] {
  return [first, ...Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? low : high))]
}
