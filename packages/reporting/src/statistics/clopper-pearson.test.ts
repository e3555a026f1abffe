import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clopperPearson } from './clopper-pearson.ts'
import { sum } from './sum.ts'

const counts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)))

/** The probabilities of 0 to n successes, by the recurrence of the binomial coefficients. */
function binomial(n: number, share: number): number[] {
  const probabilities: number[] = []
  let coefficient = 1
  for (let successes = 0; successes <= n; successes += 1) {
    probabilities.push(coefficient * share ** successes * (1 - share) ** (n - successes))
    coefficient = (coefficient * (n - successes)) / (successes + 1)
  }
  return probabilities
}

describe('clopperPearson', () => {
  // Newcombe 1998, Statistics in Medicine 17: 857-872, table I, method 5. The table has four decimals.
  test.each([
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ])('STA-3 the interval of %i of %i is the one that Newcombe published', (successes, trials, low, high) => {
    const interval = clopperPearson(successes, trials)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  // R's manual page of binom.test: Mendel's 682 of 925 peas, after Conover 1971.
  test('STA-3 the share of Mendel’s peas lies between 0.7076683 and 0.7654066', () => {
    const { low, high } = clopperPearson(682, 925)
    expect(low).toBeCloseTo(0.7076683, 7)
    expect(high).toBeCloseTo(0.7654066, 7)
  })

  test('STA-3 none of n and all of n have the closed bounds of the binomial', () => {
    for (const n of [1, 2, 10, 67, 1000, 1_000_000]) {
      const oneSided = 0.025 ** (1 / n)
      expect(clopperPearson(0, n).low).toBe(0)
      expect(clopperPearson(0, n).high).toBeCloseTo(1 - oneSided, 14)
      expect(clopperPearson(n, n).low).toBeCloseTo(oneSided, 14)
      expect(clopperPearson(n, n).high).toBe(1)
    }
  })

  // Computed with mpmath 1.3 at 35 digits: the hypergeometric series of the incomplete beta function (DLMF 8.17.8) and
  // Newton's method.
  test.each([
    [1, 2, 0.01257911709342505, 0.987420882906575],
    [3, 10, 0.06673951117773447, 0.6524528500599973],
    [9, 10, 0.5549838829718046, 0.9974714214555382],
    [67, 68, 0.920766010087212, 0.9996277485971014],
    [102, 136, 0.6685517792922641, 0.8202384272260324],
    [500, 1000, 0.4685491729717919, 0.531450827028208],
    [1, 1_000_000, 2.5317807663794178e-8, 5.571630655172244e-6],
    [10, 1_000_000, 4.795398777545602e-6, 1.8390278891238535e-5],
    [1000, 1_000_000, 0.0009390012079500722, 0.0010639181073152277],
    [100_000, 1_000_000, 0.09941266986603788, 0.10058964818742552],
    [500_000, 1_000_000, 0.4990195191953118, 0.5009804808046882],
  ])('STA-8 the bounds of %i of %i have twelve right digits', (successes, trials, low, high) => {
    const interval = clopperPearson(successes, trials)
    expect(Math.abs(interval.low / low - 1)).toBeLessThan(1e-12)
    expect(Math.abs(interval.high / high - 1)).toBeLessThan(1e-12)
  })

  test('STA-3 whatever the true share, at least 95 of 100 intervals cover it', () => {
    for (const trials of [1, 5, 12, 30, 50]) {
      const intervals = Array.from({ length: trials + 1 }, (_, successes) =>
        clopperPearson(successes, trials),
      )
      for (let perMille = 1; perMille < 1000; perMille += 1) {
        const share = perMille / 1000
        const covered = binomial(trials, share).filter((_, successes) => {
          const { low, high } = intervals[successes] ?? { low: 1, high: 0 }
          return low <= share && share <= high
        })
        expect(sum(covered)).toBeGreaterThanOrEqual(0.95)
      }
    }
  })

  test('STA-3 at each bound, what was seen or more extreme has a probability of 2.5 in 100', () => {
    for (let successes = 1; successes < 40; successes += 1) {
      const { low, high } = clopperPearson(successes, 40)
      expect(sum(binomial(40, low).slice(successes))).toBeCloseTo(0.025, 13)
      expect(sum(binomial(40, high).slice(0, successes + 1))).toBeCloseTo(0.025, 13)
    }
  })

  test('STA-3 the interval contains the proportion, mirrors its opposite, and rises with the numerator', () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const interval = clopperPearson(successes, trials)
        expect(interval.low).toBeLessThanOrEqual(successes / trials)
        expect(interval.high).toBeGreaterThanOrEqual(successes / trials)
        const opposite = clopperPearson(trials - successes, trials)
        expect(interval.low).toBeCloseTo(1 - opposite.high, 13)
        expect(interval.high).toBeCloseTo(1 - opposite.low, 13)
        if (successes === trials) return
        const more = clopperPearson(successes + 1, trials)
        expect(more.low).toBeGreaterThan(interval.low)
        expect(more.high).toBeGreaterThan(interval.high)
      }),
    )
  })

  test('STA-3 of no trial at all, everything is possible', () => {
    expect(clopperPearson(0, 0)).toEqual({ low: 0, high: 1 })
  })

  test('STA-9 more successes than trials, or parts of them, are no counts', () => {
    expect(() => clopperPearson(3, 2)).toThrow(RangeError)
    expect(() => clopperPearson(0.5, 2)).toThrow(RangeError)
    expect(() => clopperPearson(1, -2)).toThrow(RangeError)
  })
})
