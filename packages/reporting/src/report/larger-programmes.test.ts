import { expect, test } from 'vitest'
import type { Report } from '../figures/index.ts'
import { bookOf } from '../testing/book-of.ts'
import { demoEntries, demoPeriod } from '../testing/demo-programme.ts'
import { scaledEntries } from '../testing/scaled-entries.ts'
import { computeReport } from './compute-report.ts'

const entries = demoEntries()
const reportOf = (copies: readonly number[], times: number): Report => {
  return computeReport(bookOf(copies.flatMap((copy) => [...scaledEntries(entries, copy, times)])), demoPeriod)
}
const once = reportOf([1], 1)

test('BOOK-7 two programmes that share nobody count as much as both, with the same medians and shares', () => {
  const { figures, series } = reportOf([1, 2], 1)
  expect(figures).toMatchObject({
    R1: { value: 2 * 166 },
    R2: { n: 2 * 158, missing: 2 * 20, median: 423.5 },
    A2: { numerator: 2 * 1771, denominator: 2 * 2465, proportion: 1771 / 2465 },
    E1: { numerator: 2 * 66, denominator: 2 * 75, missing: 2 * 6 },
    T0: { days: 2 * 49623, cases: 2 * 146 },
    P1: { value: 2 * 38 },
    K1: { groups: { bgb: { value: 2 * 497 }, police: { value: 2 * 382 } } },
    V1: { value: 2 * 67 },
    V2: { trainedOfficerDays: 2 * 132133, untrainedOfficerDays: 2 * 185324 },
    S1: { value: 2 * 7, substantiatedIndependently: 2 * 5 },
  })
  expect(series.C1).toMatchObject({ '2020Q3': { value: 2 * 93 } })
})

test('BOOK-8 whoever is told of twice counts once, what happened twice counts twice', () => {
  const { figures } = reportOf([1], 2)
  for (const id of [
    'R1',
    'R2',
    'R3',
    'A1',
    'W1',
    'W2',
    'E1',
    'G1',
    'T0',
    'T1',
    'T2',
    'P1',
    'C1',
    'F1',
  ] as const) {
    expect({ id, figure: figures[id] }).toEqual({ id, figure: once.figures[id] })
  }
  expect(figures).toMatchObject({
    A2: { numerator: 2 * 1771, denominator: 2 * 2465 },
    A3: { numerator: 2 * 1998, denominator: 2 * 2137, missing: 2 * 14 },
    C2: { n: 2 * 500, missing: 2 * 23, median: 8 },
    Q1: { numerator: 2 * 125, denominator: 2 * 134, missing: 2 * 2 },
  })
})
