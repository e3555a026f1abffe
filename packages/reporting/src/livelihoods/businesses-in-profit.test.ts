import { expect, test } from 'vitest'
import { countFigure, dataQualityNotes } from '../report/index.ts'
import { entryAt, figureOf, halfYear, inventedBook } from '../testing/invented-book.ts'
import type { Row } from '../testing/read-line-list.ts'

const of = (occurred_on: string, about: Row = {}): Row => {
  return { case_code: 'S-1', occurred_on, business_id: 'b-01', ...about }
}
const started = (occurred_on: string, about: Row = {}) =>
  of(occurred_on, { sector: 'poultry', currency: 'BDT', ...about })
const month = (name: string, sales: number, costs: number, about: Row = {}): Row => {
  return of('2021-03-01', { month: name, sales: String(sales), costs: String(costs), ...about })
}
const threeMonths = [month('2020-08', 0, 90), month('2020-09', 100, 60), month('2020-10', 100, 49)]
const profit = (
  business_month: Row[],
  business_closed: Row[] = [],
  business_started = [started('2020-02-01')],
) => figureOf('E1', { business_started, business_month, business_closed })

const yes = { numerator: 1, denominator: 1, missing: 0 }
const no = { numerator: 0, denominator: 1, missing: 0 }
const missing = { numerator: 0, denominator: 0, missing: 1 }
const notCounted = { numerator: 0, denominator: 0, missing: 0 }

test('EARN-1 a business that starts after the period, or whose start is not recorded, is not counted', () => {
  expect(profit(threeMonths, [], [started('2020-12-31')])).toMatchObject(yes)
  expect(profit(threeMonths, [], [started('2021-01-01')])).toMatchObject(notCounted)
  expect(profit(threeMonths, [], [])).toMatchObject(notCounted)
  expect(dataQualityNotes(inventedBook({ business_month: threeMonths }), halfYear)).toMatchObject([
    { code: 'business_never_started', count: 1 },
  ])
})

test('EARN-2 the last three months decide, though they were written down after the period', () => {
  expect(profit(threeMonths)).toMatchObject(yes)
  expect(profit([month('2020-07', 0, 1000), ...threeMonths])).toMatchObject(yes)
  expect(profit([...threeMonths, month('2020-12', 0, 60)])).toMatchObject(yes)
  expect(profit([...threeMonths, month('2020-12', 0, 91)])).toMatchObject(no)
  expect(profit([...threeMonths, month('2021-01', 0, 1000)])).toMatchObject(yes)
})

test('EARN-2 neither nothing nor the rounding of decimals is a profit', () => {
  expect(profit([month('2020-08', 5, 5), month('2020-09', 5, 5), month('2020-10', 5, 5)])).toMatchObject(no)
  const decimals = [month('2020-08', 0.1, 0), month('2020-09', 0.2, 0), month('2020-10', 0, 0.3)]
  expect(profit(decimals)).toMatchObject(no)
  const least = [month('2020-08', 0.1, 0), month('2020-09', 0.2, 0), month('2020-10', 0.01, 0.3)]
  expect(profit(least)).toMatchObject(yes)
})

test('EARN-3 of two records of one month the later day counts, then the greater row id, and the month is noted', () => {
  const earlier = month('2020-10', 0, 1000, { occurred_on: '2020-11-01', row_id: 'BM-99' })
  expect(profit([...threeMonths, earlier])).toMatchObject(yes)
  const greater = month('2020-10', 0, 1000, { row_id: 'BM-99' })
  expect(profit([...threeMonths, greater])).toMatchObject(no)
  const book = inventedBook({
    business_started: [started('2020-02-01')],
    business_month: [...threeMonths, earlier],
  })
  expect(dataQualityNotes(book, halfYear)).toMatchObject([
    { code: 'business_month_recorded_twice', count: 1 },
  ])
})

test('EARN-4 with fewer than three months a closed business is not in profit, and an open one is missing', () => {
  const two = threeMonths.slice(1)
  expect(profit(two)).toMatchObject(missing)
  expect(profit(two, [of('2020-12-31')])).toMatchObject(no)
  expect(profit([], [of('2020-12-31')])).toMatchObject(no)
})

test('EARN-5 a closed business with three months stays in, and one that closes after the period is open in it', () => {
  expect(profit(threeMonths, [of('2020-11-01')])).toMatchObject(yes)
  expect(profit(threeMonths.slice(1), [of('2021-01-01')])).toMatchObject(missing)
})

test('EARN-6 a business that two files record is one business, in the groups of both survivors', () => {
  const opened = { occurred_on: '2020-01-01', pathway: 'shelter', is_child: 'no' }
  const book = inventedBook({
    case_opened: [
      { ...opened, case_code: 'S-1', gender: 'Feminine' },
      { ...opened, case_code: 'S-2', gender: 'Masculine' },
    ],
    business_started: [started('2020-02-01'), started('2020-03-01', { case_code: 'S-2' })],
    business_month: [
      ...threeMonths.slice(1),
      month('2020-08', 0, 90, { case_code: 'S-2' }),
      month('2020-10', 0, 1000, { case_code: 'S-2', occurred_on: '2020-11-01' }),
    ],
  })
  const { figure, counted } = countFigure(book, { indicator: 'E1', period: halfYear })
  expect(figure).toMatchObject(yes)
  expect(counted.numerator?.[0]?.entries).toContain(entryAt('business_month', 3))
  for (const value of ['Feminine', 'Masculine']) {
    expect(
      countFigure(book, { indicator: 'E1', period: halfYear, dimension: 'gender', value }).figure,
    ).toMatchObject(yes)
  }
})
