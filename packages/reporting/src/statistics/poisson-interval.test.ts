import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { poissonInterval } from './poisson-interval.ts'
import { poissonProbability } from './poisson-probability.ts'
import { sum } from './sum.ts'

/** The probability of at most this many events, added up event by event. */
function atMost(events: number, expected: number): number {
  const some = Array.from({ length: events }, (_, before) => poissonProbability(before + 1, expected))
  return Math.exp(-expected) + sum(some)
}

describe('poissonInterval', () => {
  // Pearson and Hartley 1966, "Biometrika tables for statisticians", volume 1, table 40 (after Garwood 1936), as given in
  // Ulm 1990, American Journal of Epidemiology 131: 373-375.
  test.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [2, 0.242, 7.225],
    [3, 0.619, 8.767],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [50, 37.111, 65.919],
  ])('STA-2 the interval of %i events is the one in Garwood’s table', (events, low, high) => {
    const interval = poissonInterval(events)
    expect(Math.abs(interval.low - low)).toBeLessThan(0.00051)
    expect(Math.abs(interval.high - high)).toBeLessThan(0.00051)
  })

  // R's manual page of poisson.test: 137 deaths of Welsh nickel workers where 24.19893 were expected.
  test('STA-2 the rate of the Welsh nickel workers lies between 4.753125 and 6.692709', () => {
    const { low, high } = poissonInterval(137)
    expect(low / 24.19893).toBeCloseTo(4.753125, 6)
    expect(high / 24.19893).toBeCloseTo(6.692709, 6)
  })

  // The synthetic programme: T1 and V0 (none), V1 (67), to ten decimals.
  test('STA-2 the bounds of no event and of 67 are those of the programme', () => {
    expect(poissonInterval(0).low).toBe(0)
    expect(poissonInterval(0).high).toBeCloseTo(3.6888794541, 9)
    expect(poissonInterval(67).low).toBeCloseTo(51.9240797252, 9)
    expect(poissonInterval(67).high).toBeCloseTo(85.0876316278, 9)
  })

  // Computed with mpmath 1.3 at 35 digits: the power series of the incomplete gamma function (DLMF 8.11.4) and Newton's
  // method.
  test.each([
    [1, 0.025317807984289876, 5.571643390938899],
    [2, 0.2422092785439649, 7.224687667723961],
    [7, 2.814363051519866, 14.42267536170238],
    [16, 9.145382453641524, 25.982997597560953],
    [100, 81.36399125092314, 121.62679379242638],
    [1000, 938.9730184076952, 1063.9521360163019],
    [12345, 12128.180907899077, 12564.722206913333],
    [100000, 99381.15266374472, 100621.74473974387],
  ])('STA-8 the bounds of %i events have twelve right digits', (events, low, high) => {
    const interval = poissonInterval(events)
    expect(Math.abs(interval.low / low - 1)).toBeLessThan(1e-12)
    expect(Math.abs(interval.high / high - 1)).toBeLessThan(1e-12)
  })

  test('STA-2 at each bound, what was seen or more extreme has a probability of 2.5 in 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (events) => {
        const { low, high } = poissonInterval(events)
        expect(1 - atMost(events - 1, low)).toBeCloseTo(0.025, 11)
        expect(atMost(events, high)).toBeCloseTo(0.025, 11)
      }),
    )
  })

  test('STA-2 the interval contains the count, and one more event raises both bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (events) => {
        const interval = poissonInterval(events)
        expect(interval.low).toBeLessThanOrEqual(events)
        expect(interval.high).toBeGreaterThan(events)
        const more = poissonInterval(events + 1)
        expect(more.low).toBeGreaterThan(interval.low)
        expect(more.high).toBeGreaterThan(interval.high)
      }),
    )
  })

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('STA-9 %d is no number of events', (events) => {
    expect(() => poissonInterval(events)).toThrow(RangeError)
  })
})
