import { expect, test } from 'vitest'
import { figureOf } from '../testing/invented-book.ts'
import type { Row } from '../testing/read-line-list.ts'

const who5 = (occurred_on: string, score: number, about: Row = {}): Row => {
  return { case_code: 'S-1', occurred_on, instrument: 'who5', score: String(score), ...about }
}
const enrolled: Row = {
  case_code: 'S-1',
  occurred_on: '2020-07-01',
  intensity: 'intensive',
  caseworker: 'cw-01',
}
const figures = (...assessment: Row[]) => ({
  improved: figureOf('W1', { aftercare_enrolled: [enrolled], assessment }),
  worsened: figureOf('W2', { aftercare_enrolled: [enrolled], assessment }),
})
const yes = { numerator: 1, denominator: 1, missing: 0 }
const no = { numerator: 0, denominator: 1, missing: 0 }
const missing = { numerator: 0, denominator: 0, missing: 1 }

test('WELL-1 the baseline is the first assessment of all, also long before the period', () => {
  expect(figures(who5('2018', 20), who5('2020-07-01', 80), who5('2020-12-01', 30)).improved).toMatchObject(
    yes,
  )
})

test('WELL-1 of two assessments on the first day the smaller row id is the baseline', () => {
  const onOneDay = [who5('2020-07-01', 50, { row_id: 'AS-9' }), who5('2020-07-01', 20, { row_id: 'AS-10' })]
  expect(figures(...onOneDay, who5('2020-12-01', 30)).improved).toMatchObject(yes)
})

test('WELL-1 a baseline after the end of the period is none', () => {
  expect(figures(who5('2021-01-01', 20), who5('2021-06-01', 80)).improved).toMatchObject(missing)
})

test('WELL-2 an assessment 59 days after the baseline is too early, one 60 days after is not', () => {
  expect(figures(who5('2020-07-01', 20), who5('2020-08-29', 80)).improved).toMatchObject(missing)
  expect(figures(who5('2020-07-01', 20), who5('2020-08-30', 80)).improved).toMatchObject(yes)
})

test('WELL-2 the last assessment up to the end of the period counts, by day and on one day by row id', () => {
  const rows = [
    who5('2020-07-01', 20),
    who5('2020-10-01', 80),
    who5('2020-12-31', 25),
    who5('2021-01-01', 90),
  ]
  expect(figures(...rows).improved).toMatchObject(no)
  const onOneDay = [who5('2020-10-01', 25, { row_id: 'AS-9' }), who5('2020-10-01', 80, { row_id: 'AS-10' })]
  expect(figures(who5('2020-07-01', 20), ...onOneDay).improved).toMatchObject(no)
})

test('WELL-2 other instruments are not looked at', () => {
  const other = who5('2020-12-01', 20, { instrument: 'phq9' })
  expect(figures(who5('2020-07-01', 10), other).improved).toMatchObject(missing)
})

test.each([
  [50, 60, yes, no],
  [50, 59, no, no],
  [50, 40, no, yes],
  [50, 41, no, no],
  [54.1, 64.1, yes, no],
])('WELL-3 from %d to %d', (before, after, improved, worsened) => {
  const found = figures(who5('2020-07-01', before), who5('2020-12-01', after))
  expect(found.improved).toMatchObject(improved)
  expect(found.worsened).toMatchObject(worsened)
})

test('WELL-4 a case of A1 without a pair is missing, a case outside A1 is not looked at', () => {
  expect(figures(who5('2020-07-01', 20)).improved).toMatchObject(missing)
  const assessment = [who5('2020-07-01', 20), who5('2020-12-01', 80)]
  expect(figureOf('W1', { assessment })).toMatchObject({ denominator: 0, missing: 0 })
})
