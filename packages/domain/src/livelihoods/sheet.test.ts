import { expect, test } from 'vitest'
import { aDay, type InventedRow, sheetOf } from '../catalogue/builders.ts'
import { anEntryId } from '../journal/builders.ts'
import type { Entry } from '../journal/index.ts'
import { livelihoodsPart } from './sheet.ts'

const month = (day: string, of: string, sales: number, about: Partial<Entry> = {}): InventedRow => {
  return ['business_month', day, { business_id: 'b-01', month: of, sales, costs: 10 }, about]
}
const businesses = (...rows: InventedRow[]) => sheetOf(livelihoodsPart, rows)?.businesses

test('LIV-1 of two records of one month the later day counts, then the greater row id, and the month is marked', () => {
  const records = [
    month('2021-03-01', '2021-02', 300),
    month('2021-03-02', '2021-02', 200),
    month('2021-03-02', '2021-02', 100),
    month('2021-04-01', '2021-01', 50),
  ]
  expect(businesses(...records)).toEqual([
    {
      business: 'b-01',
      months: [
        [anEntryId(4), '2021-01', 50, 10, aDay('2021-04-01'), 'R-4'],
        [anEntryId(3), '2021-02', 100, 10, aDay('2021-03-02'), 'R-3'],
      ],
      conflicts: [{ month: '2021-02', entries: [anEntryId(1), anEntryId(2), anEntryId(3)] }],
    },
  ])
})

test('LIV-2 a month that was amended is one record and no conflict', () => {
  const amended = businesses(
    month('2021-03-01', '2021-02', 300),
    month('2021-03-01', '2021-02', 200, { amends: anEntryId(1) }),
  )
  expect(amended).toMatchObject([{ months: [[anEntryId(2), '2021-02', 200, 10, aDay('2021-03-01'), 'R-2']] }])
  expect(amended?.[0]).not.toHaveProperty('conflicts')
})

test('LIV-3 the first start and the first end of a business count', () => {
  const started = (day: string): InventedRow => {
    return ['business_started', day, { business_id: 'b-01', sector: 'poultry', currency: 'BDT' }]
  }
  const closed = (day: string): InventedRow => [
    'business_closed',
    day,
    { business_id: 'b-01', reason: 'sold' },
  ]
  expect(
    businesses(started('2021-02-01'), started('2021-01-01'), closed('2021-06-01'), closed('2021-05-01')),
  ).toEqual([
    {
      business: 'b-01',
      started: { id: anEntryId(2), day: aDay('2021-01-01'), sector: 'poultry' },
      months: [],
      closed: { id: anEntryId(4), day: aDay('2021-05-01'), reason: 'sold' },
    },
  ])
})

test('LIV-4 jobs and courses are counted, and the last answer about being employed is kept', () => {
  const sheet = sheetOf(livelihoodsPart, [
    ['job_placed', '2021-01-01', { sector: 'garments' }],
    ['job_checked', '2021-03-01', { employed: 'no' }],
    ['job_checked', '2021-02-01', { employed: 'yes' }],
    ['vocational_enrolled', '2020-01-01', { course: 'tailoring' }],
    ['vocational_ended', '2020-06-01', { result: 'completed' }],
  ])
  expect(sheet).toEqual({
    jobs: { placed: 1, employed: 'no', last: aDay('2021-03-01') },
    courses: { begun: 1, completed: 1, dropped: 0 },
  })
})
