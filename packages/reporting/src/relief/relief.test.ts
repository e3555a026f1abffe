import { expect, test } from 'vitest'
import { figureOf } from '../testing/invented-book.ts'
import type { Row } from '../testing/read-line-list.ts'

const delivered = (occurred_on: string, about: Row = {}): Row => {
  return { case_code: 'S-1', occurred_on, crisis_code: 'amphan', items: 'groceries', ...about }
}
const need = (occurred_on: string, about: Row = {}): Row => {
  return { case_code: 'S-1', occurred_on, crisis_code: 'amphan', needs: 'groceries', ...about }
}
const enrolled = (occurred_on: string, intensity: string): Row => {
  return { case_code: 'S-1', occurred_on, intensity, caseworker: 'cw-01' }
}

test.each([
  ['without aftercare', [], 1],
  ['in light aftercare', [enrolled('2020-07-01', 'light')], 1],
  ['in intensive aftercare', [enrolled('2020-08-01', 'intensive')], 0],
  ['the day before intensive aftercare', [enrolled('2020-08-02', 'intensive')], 1],
  [
    'on the day of intensive and, by the greater row id, light aftercare',
    [enrolled('2020-08-01', 'intensive'), enrolled('2020-08-01', 'light')],
    1,
  ],
])('AID-1 a survivor who is reached %s', (_, aftercare_enrolled, value) => {
  const relief_delivered = [delivered('2020-08-01')]
  expect(figureOf('C1', { aftercare_enrolled, relief_delivered })).toMatchObject({ value })
})

test('AID-1 a survivor who is reached twice counts once', () => {
  const rows = [
    delivered('2020-08-01'),
    delivered('2020-08-02'),
    delivered('2021-01-01', { case_code: 'S-2' }),
  ]
  expect(figureOf('C1', { relief_delivered: rows })).toMatchObject({ value: 1 })
})

test('AID-2 the latest need of the same crisis up to the day of delivery counts', () => {
  const relief_need = [
    need('2020-06-01'),
    need('2020-07-20'),
    need('2020-07-30', { crisis_code: 'covid-19' }),
    need('2020-08-02'),
  ]
  const relief_delivered = [delivered('2020-08-01'), delivered('2020-08-02')]
  expect(figureOf('C2', { relief_need, relief_delivered })).toMatchObject({ n: 2, missing: 0, median: 6 })
})

test('AID-3 a delivery without a need before it is missing', () => {
  const relief_need = [need('2020-08-02'), need('2020-07-01', { case_code: 'S-2' })]
  expect(figureOf('C2', { relief_need, relief_delivered: [delivered('2020-08-01')] })).toMatchObject({
    n: 0,
    missing: 1,
    median: null,
  })
})
