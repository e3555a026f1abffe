import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaQuantile } from './beta-quantile.ts'
import { gammaQuantile } from './gamma-quantile.ts'
import { regularisedBeta } from './regularised-beta.ts'
import { regularisedGamma } from './regularised-gamma.ts'
import { studentTQuantile } from './student-t-quantile.ts'

const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
const shape = fc.oneof(
  fc.double({ min: 1, max: 50, noNaN: true }),
  fc.double({ min: 50, max: 1e6, noNaN: true }),
)

describe('the incomplete gamma and beta functions', () => {
  test('STA-8 for whole shapes they are the sums of Poisson and binomial probabilities', () => {
    // Q(3, x) = e^-x (1 + x + x²/2); I_x(2, 3) = 6x² - 8x³ + 3x⁴.
    for (const x of [0.01, 0.5, 1, 3, 3.9, 4.1, 20]) {
      expect(regularisedGamma(3, x).upper).toBeCloseTo(Math.exp(-x) * (1 + x + x ** 2 / 2), 14)
    }
    for (const x of [0.001, 0.1, 0.4, 0.43, 0.5, 0.9, 0.999]) {
      const polynomial = 6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4
      expect(regularisedBeta(2, 3, x, 1 - x).lower).toBeCloseTo(polynomial, 14)
    }
  })

  test('STA-8 with shapes of a half they are the arcsine law and the tails of the normal curve', () => {
    // I_x(1/2, 1/2) = 2/π arcsin √x; Q(1/2, x²) = erfc(x), erfc(1) = 0.157299207050285130658779… (DLMF 7.8, A&S 7.1).
    for (const x of [0.001, 0.25, 0.5, 0.75, 0.999]) {
      expect(regularisedBeta(0.5, 0.5, x, 1 - x).lower).toBeCloseTo(
        (2 / Math.PI) * Math.asin(Math.sqrt(x)),
        14,
      )
    }
    expect(regularisedGamma(0.5, 1).upper).toBeCloseTo(0.15729920705028513, 15)
  })
})

describe('the quantiles', () => {
  test('STA-8 a quantile of the gamma distribution leads back to its probability', () => {
    fc.assert(
      fc.property(probability, shape, (p, a) => {
        const { lower, upper } = regularisedGamma(a, gammaQuantile(p, a))
        expect(Math.abs(p < 0.5 ? lower / p - 1 : upper / (1 - p) - 1)).toBeLessThan(1e-9)
      }),
    )
  })

  test('STA-8 a quantile of the beta distribution leads back to its probability', () => {
    fc.assert(
      fc.property(probability, shape, shape, (p, a, b) => {
        const { share, rest } = betaQuantile(p, a, b)
        expect(share + rest).toBeCloseTo(1, 15)
        const { lower, upper } = regularisedBeta(a, b, share, rest)
        expect(Math.abs(p < 0.5 ? lower / p - 1 : upper / (1 - p) - 1)).toBeLessThan(1e-9)
      }),
    )
  })

  test('STA-8 quantiles rise with the probability', () => {
    fc.assert(
      fc.property(probability, probability, shape, shape, (one, other, a, b) => {
        fc.pre(Math.abs(one - other) > 1e-9)
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        expect(gammaQuantile(less, a)).toBeLessThan(gammaQuantile(more, a))
        expect(betaQuantile(less, a, b).share).toBeLessThan(betaQuantile(more, a, b).share)
        expect(studentTQuantile(less, a)).toBeLessThan(studentTQuantile(more, a))
      }),
    )
  })

  test('STA-8 for one and two degrees of freedom Student’s t has its closed forms', () => {
    fc.assert(
      fc.property(probability, (p) => {
        const cauchy = Math.tan(Math.PI * (p - 0.5))
        const two = (2 * p - 1) / Math.sqrt(2 * p * (1 - p))
        expect(Math.abs(studentTQuantile(p, 1) - cauchy)).toBeLessThan(1e-9 * (1 + Math.abs(cauchy)))
        expect(Math.abs(studentTQuantile(p, 2) - two)).toBeLessThan(1e-9 * (1 + Math.abs(two)))
      }),
    )
  })

  // Fisher and Yates 1963, "Statistical tables", table III (5 %, two-sided); three decimals.
  test.each([
    [1, 12.706],
    [2, 4.303],
    [5, 2.571],
    [10, 2.228],
    [20, 2.086],
    [30, 2.042],
    [60, 2],
    [120, 1.98],
  ])('STA-5 t for %i degrees of freedom is the one in the table', (degreesOfFreedom, expected) => {
    expect(Math.abs(studentTQuantile(0.975, degreesOfFreedom) - expected)).toBeLessThan(0.0005)
  })

  // Computed with mpmath 1.3 at 35 digits: Gauss-Legendre integration of the density and Newton's method.
  test.each([
    [1, 12.706204736174705],
    [3, 3.1824463052837095],
    [9, 2.2621571627982053],
    [41, 2.0195409704413763],
    [87, 1.987608281589071],
    [361, 1.9665570854591863],
    [1222, 1.9619071782223245],
    [99_999, 1.9599877077718448],
    [999_999, 1.9599663568164793],
  ])('STA-8 t for %i degrees of freedom has twelve right digits', (degreesOfFreedom, expected) => {
    expect(Math.abs(studentTQuantile(0.975, degreesOfFreedom) / expected - 1)).toBeLessThan(1e-12)
    expect(studentTQuantile(0.025, degreesOfFreedom)).toBeCloseTo(-expected, 12)
  })

  test('STA-5 the middle of Student’s t is 0', () => {
    expect(studentTQuantile(0.5, 7)).toBe(0)
  })

  test.each([0, 1, -0.1, 1.1, Number.NaN])('STA-9 %d is not a probability that has a quantile', (p) => {
    expect(() => gammaQuantile(p, 2)).toThrow(RangeError)
    expect(() => betaQuantile(p, 2, 2)).toThrow(RangeError)
    expect(() => studentTQuantile(p, 2)).toThrow(RangeError)
  })

  test('STA-9 shapes below 1 are refused', () => {
    expect(() => gammaQuantile(0.5, 0.5)).toThrow(RangeError)
    expect(() => betaQuantile(0.5, 0.5, 2)).toThrow(RangeError)
    expect(() => studentTQuantile(0.5, 0)).toThrow(RangeError)
  })
})
