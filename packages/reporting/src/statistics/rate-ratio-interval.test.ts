import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rateRatioInterval } from './rate-ratio-interval.ts'

const events = fc.integer({ min: 1, max: 100_000 })
const exposure = fc.double({ min: 0.01, max: 1e6, noNaN: true })

describe('rateRatioInterval', () => {
  // Fay 2022, vignette of the R package rateratio.test: 2 events in 17877 against 9 in 16660.
  test('STA-4 the example of rateratio.test comes out as published', () => {
    const { ratio, low, high } = rateRatioInterval({
      events1: 2,
      exposure1: 17877,
      events0: 9,
      exposure0: 16660,
    })
    expect(ratio).toBeCloseTo(0.2070941557, 10)
    expect(low).toBeCloseTo(0.02177406, 8)
    expect(high).toBeCloseTo(1.0005491, 7)
  })

  // R's manual page of poisson.test: 11 of 800 against 6 + 8 + 7 of 1083 + 1050 + 878, after Snedecor and Cochran.
  test('STA-4 the example of poisson.test comes out as published', () => {
    const { ratio, low, high } = rateRatioInterval({
      events1: 11,
      exposure1: 800,
      events0: 21,
      exposure0: 3011,
    })
    expect(ratio).toBeCloseTo(1.971488, 6)
    expect(low).toBeCloseTo(0.8584264, 7)
    expect(high).toBeCloseTo(4.2772659, 7)
  })

  // V2 of the synthetic programme; the lower bound is 0.025^(1/67) / (1 - 0.025^(1/67)) times the officer-months.
  test('STA-4 against no event at all there is no ratio and no upper bound, but a lower one', () => {
    const { ratio, low, high } = rateRatioInterval({
      events1: 67,
      exposure1: 4341.1252566735,
      events0: 0,
      exposure0: 6088.6735112936,
    })
    expect(ratio).toBeNull()
    expect(low).toBeCloseTo(24.7793656549, 9)
    expect(high).toBeNull()
  })

  test('STA-4 no event in the group looked at gives a ratio and lower bound of 0, and an upper bound', () => {
    const none = rateRatioInterval({ events1: 0, exposure1: 10, events0: 5, exposure0: 20 })
    expect(none).toMatchObject({ ratio: 0, low: 0 })
    const share = 1 - 0.025 ** (1 / 5)
    expect(none.high).toBeCloseTo((share / (1 - share)) * 2, 12)
  })

  test.each([
    ['no event', { events1: 0, exposure1: 10, events0: 0, exposure0: 20 }],
    ['nobody to look at', { events1: 3, exposure1: 0, events0: 2, exposure0: 20 }],
    ['nobody to compare with', { events1: 3, exposure1: 10, events0: 0, exposure0: 0 }],
  ])('STA-4 with %s there is nothing to compare', (_why, rates) => {
    expect(rateRatioInterval(rates)).toEqual({ ratio: null, low: null, high: null })
  })

  test('STA-4 the interval contains the ratio, and comparing the other way round gives the inverse', () => {
    fc.assert(
      fc.property(events, exposure, events, exposure, (events1, exposure1, events0, exposure0) => {
        const there = rateRatioInterval({ events1, exposure1, events0, exposure0 })
        const back = rateRatioInterval({
          events1: events0,
          exposure1: exposure0,
          events0: events1,
          exposure0: exposure1,
        })
        expect(there.low).toBeLessThan(there.ratio ?? Number.NaN)
        expect(there.high).toBeGreaterThan(there.ratio ?? Number.NaN)
        expect((there.ratio ?? Number.NaN) * (back.ratio ?? Number.NaN)).toBeCloseTo(1, 12)
        expect((there.low ?? Number.NaN) * (back.high ?? Number.NaN)).toBeCloseTo(1, 12)
        expect((there.high ?? Number.NaN) * (back.low ?? Number.NaN)).toBeCloseTo(1, 12)
      }),
    )
  })

  test('STA-8 a million events against none keep their digits', () => {
    const { low } = rateRatioInterval({ events1: 1_000_000, exposure1: 1, events0: 0, exposure0: 1 })
    // Of one-sided 0.025^(1/n) the odds are 1 / (40^(1/n) - 1).
    expect((low ?? Number.NaN) * Math.expm1(Math.log(40) / 1_000_000)).toBeCloseTo(1, 12)
  })

  test('STA-9 a negative exposure or half an event is refused', () => {
    const rates = { events1: 1, exposure1: 1, events0: 1, exposure0: 1 }
    expect(() => rateRatioInterval({ ...rates, exposure1: -1 })).toThrow(RangeError)
    expect(() => rateRatioInterval({ ...rates, exposure0: Number.NaN })).toThrow(RangeError)
    expect(() => rateRatioInterval({ ...rates, events1: 0.5 })).toThrow(RangeError)
    expect(() => rateRatioInterval({ ...rates, events0: -1 })).toThrow(RangeError)
  })
})
