import type { PlainFigure } from '@sathi/reporting/figures'
import { describe, expect, test } from 'vitest'
import { figureRow } from './figure-row.ts'
import { speechOf } from './speech.ts'

const english = speechOf('en')
const share = { shape: 'proportion', missing: 3 } as const

describe('a zero is never told without how many there may be by chance', () => {
  test.each<[PlainFigure, string]>([
    [{ shape: 'count', value: 0, high: 3.6889 }, '3.7'],
    [{ ...share, numerator: 0, denominator: 50, proportion: 0, low: 0, high: 0.0713 }, '7.1%'],
    [
      {
        shape: 'incidence',
        value: 0,
        low: 0,
        high: 3.6889,
        personYears: 80,
        ratePer100: 0,
        rateLow: 0,
        rateHigh: 4.6,
      },
      '3.7',
    ],
    [
      {
        shape: 'identification',
        value: 0,
        low: 0,
        high: 3.6889,
        officerMonths: 0,
        rate: null,
        rateLow: null,
        rateHigh: null,
      },
      '3.7',
    ],
    [{ shape: 'changes', value: 0, substantiatedIndependently: 0 }, '3.7'],
  ])('DOC-3 %o', (figure, bound) => {
    const row = figureRow(english, 'R1', figure)
    expect(row.figure).toMatch(/^0%?$/)
    expect([...row.notes, ...row.sure].join(' ')).toMatch(new RegExp(`by chance .*up to ${bound}`))
  })
})

test('DOC-4 below ten in the denominator there are two numbers and no percentage', () => {
  const row = figureRow(english, 'W1', {
    ...share,
    numerator: 3,
    denominator: 9,
    proportion: null,
    low: null,
    high: null,
  })
  expect(row.figure).toBe('3 of 9')
  expect(row.bar).toBeNull()
  expect(JSON.stringify(row)).not.toContain('%')
  expect(row.sure).toEqual(['Fewer than 10: no percentage'])
})

test('DOC-4 a share stands with its interval, what it is out of and what is missing', () => {
  const row = figureRow(english, 'W1', {
    ...share,
    numerator: 102,
    denominator: 136,
    proportion: 0.75,
    low: 0.671,
    high: 0.8152,
  })
  expect(row).toMatchObject({ figure: '75%', bar: { low: 0.671, value: 0.75, high: 0.8152 } })
  expect(row.notes).toEqual(['102 survivors reliably better'])
  expect(row.outOf.map(({ number }) => number)).toEqual(['136'])
  expect(row.missing?.number).toBe('3')
  expect(row.sure).toEqual(['67.1% to 81.5%'])
})

test('a change may be for the worse, and its bar crosses nought', () => {
  const row = figureRow(english, 'F1', { shape: 'mean', n: 12, missing: 0, mean: -2, low: -6, high: 2 })
  expect(row).toMatchObject({ figure: '-2', sure: ['-6.0 to +2.0'] })
  expect(row.bar?.zero).toBeCloseTo(0.75)
})

test('a ratio without an upper end says what it is at least', () => {
  const row = figureRow(english, 'V2', {
    shape: 'rate_ratio',
    ratio: null,
    low: 24.78,
    high: null,
    trainedOfficerMonths: 10,
    untrainedOfficerMonths: 20,
    trainedOfficerDays: 304,
    untrainedOfficerDays: 609,
  })
  expect(row).toMatchObject({ figure: '–', sure: ['At least 24.8 times'], bar: null })
})
