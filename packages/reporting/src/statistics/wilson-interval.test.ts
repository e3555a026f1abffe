import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilsonInterval } from './wilson-interval.ts'

const counts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((denominator) => fc.tuple(fc.integer({ min: 0, max: denominator }), fc.constant(denominator)))

describe('wilsonInterval', () => {
  // Newcombe 1998, "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics in
  // Medicine 17: 857-872, table I, method 3. The table has four decimals.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])(
    'STA-1 the interval of %i of %i is the one that Newcombe published',
    (numerator, denominator, low, high) => {
      const interval = wilsonInterval(numerator, denominator)
      expect(interval.low).toBeCloseTo(low, 4)
      expect(interval.high).toBeCloseTo(high, 4)
    },
  )

  // The figures of the synthetic programme, 2020-07-01 to 2021-12-31, to ten decimals.
  test.each([
    ['R3', 13, 158, 0.0487127149, 0.1356742715],
    ['A2', 1771, 2465, 0.7003744298, 0.7358625736],
    ['A3', 1998, 2137, 0.9236998043, 0.9446503448],
    ['W1', 102, 136, 0.671036659, 0.8152282909],
    ['W2', 5, 136, 0.0158040863, 0.0831755653],
    ['E1', 66, 75, 0.7874035971, 0.9355662821],
    ['T2', 63, 71, 0.793099514, 0.941787283],
    ['V3', 45, 46, 0.8866470537, 0.9961521458],
    ['Q1', 125, 134, 0.8772811256, 0.9642653941],
  ])('STA-1 the interval of the programme’s %s comes out', (_id, numerator, denominator, low, high) => {
    const interval = wilsonInterval(numerator, denominator)
    expect(interval.low).toBeCloseTo(low, 9)
    expect(interval.high).toBeCloseTo(high, 9)
  })

  test('STA-1 the interval lies within 0 and 1, contains the proportion, and ends exactly at 0 for none and at 1 for all', () => {
    fc.assert(
      fc.property(counts, ([numerator, denominator]) => {
        const { low, high } = wilsonInterval(numerator, denominator)
        const proportion = numerator / denominator
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(proportion)
        expect(high).toBeGreaterThanOrEqual(proportion)
        expect(low === 0).toBe(numerator === 0)
        expect(high === 1).toBe(numerator === denominator)
      }),
    )
  })

  test('STA-1 the interval of those who did mirrors the interval of those who did not', () => {
    fc.assert(
      fc.property(counts, ([numerator, denominator]) => {
        const did = wilsonInterval(numerator, denominator)
        const didNot = wilsonInterval(denominator - numerator, denominator)
        expect(did.low).toBeCloseTo(1 - didNot.high, 13)
        expect(did.high).toBeCloseTo(1 - didNot.low, 13)
      }),
    )
  })

  test('STA-1 one more in the numerator raises both bounds, and ten times the people narrow them', () => {
    fc.assert(
      fc.property(counts, ([numerator, denominator]) => {
        const interval = wilsonInterval(numerator, denominator)
        const larger = wilsonInterval(numerator * 10, denominator * 10)
        expect(larger.high - larger.low).toBeLessThan(interval.high - interval.low)
        if (numerator === denominator) return
        const more = wilsonInterval(numerator + 1, denominator)
        expect(more.low).toBeGreaterThan(interval.low)
        expect(more.high).toBeGreaterThan(interval.high)
      }),
    )
  })

  test('STA-1 the bounds are the shares at which the score test just fails to reject', () => {
    fc.assert(
      fc.property(counts, ([numerator, denominator]) => {
        const { low, high } = wilsonInterval(numerator, denominator)
        for (const share of [low, high].filter((bound) => bound > 0 && bound < 1)) {
          const score = (numerator / denominator - share) / Math.sqrt((share * (1 - share)) / denominator)
          expect(Math.abs(score)).toBeCloseTo(1.959964, 6)
        }
      }),
    )
  })

  test('STA-1 of nobody at all, everything is possible', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
  })

  test.each([
    [3, 2],
    [-1, 2],
    [1.5, 2],
    [Number.NaN, 2],
    [1, Number.POSITIVE_INFINITY],
  ])('STA-9 %d of %d is no proportion', (numerator, denominator) => {
    expect(() => wilsonInterval(numerator, denominator)).toThrow(RangeError)
  })
})
