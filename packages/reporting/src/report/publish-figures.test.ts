import { describe, expect, test } from 'vitest'
import { bookOf } from '../testing/book-of.ts'
import { demoEntries, demoFigures, demoPeriod } from '../testing/demo-programme.ts'
import { halfYear, inventedBook } from '../testing/invented-book.ts'
import { computeReport } from './compute-report.ts'
import { publishFigures } from './publish-figures.ts'

describe('the published figures', () => {
  test('BOOK-1 of the demonstration programme are exactly those that are expected of it', () => {
    const published = publishFigures(computeReport(bookOf(demoEntries()), demoPeriod))
    expect(published).toEqual(demoFigures())
  })

  test('BOOK-5 of an empty programme have the same names, and nothing but nothing in them', () => {
    const { indicators, by_quarter } = publishFigures(computeReport(inventedBook({}), halfYear))
    const expected = demoFigures() as { indicators: Record<string, object> }
    expect(Object.keys(indicators as object)).toEqual(Object.keys(expected.indicators))
    expect(indicators).toMatchObject({
      R1: { value: 0 },
      R2: { n: 0, missing: 0, median: null, p90: null },
      V2: { ratio: null, low: null, high: null, trained_officer_days: 0 },
    })
    expect(indicators).toHaveProperty('T1', {
      value: 0,
      low: 0,
      high: 3.6888794541,
      person_years: 0,
      rate_per_100: null,
      rate_low: null,
      rate_high: null,
    })
    expect(by_quarter).toEqual({
      R1: { '2020Q3': 0, '2020Q4': 0 },
      A1: { '2020Q3': 0, '2020Q4': 0 },
      C1: { '2020Q3': 0, '2020Q4': 0 },
      K1: {
        aftercare_stakeholder: { '2020Q3': 0, '2020Q4': 0 },
        bgb: { '2020Q3': 0, '2020Q4': 0 },
        police: { '2020Q3': 0, '2020Q4': 0 },
        other: { '2020Q3': 0, '2020Q4': 0 },
      },
    })
  })
})
