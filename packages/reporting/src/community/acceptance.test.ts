import { expect, test } from 'vitest'
import { figureOf } from '../testing/invented-book.ts'
import type { Row } from '../testing/read-line-list.ts'

const enrolled = (case_code: string): Row => {
  return { case_code, occurred_on: '2020-07-01', intensity: 'intensive', caseworker: 'cw-01' }
}
const measured = (occurred_on: string, score: number, about: Row = {}): Row => {
  return { case_code: 'S-1', occurred_on, rater: 'family', score: String(score), ...about }
}
const byRater = (...acceptance_measured: Row[]) =>
  figureOf('F1', { aftercare_enrolled: [enrolled('S-1'), enrolled('S-2')], acceptance_measured })

test('TIES-1 the first of all is compared with the last on or before the end of the period', () => {
  const rows = [
    measured('2019', 40),
    measured('2020-10-01', 90),
    measured('2020-12-31', 55),
    measured('2021-01-01', 80),
  ]
  expect(byRater(...rows)).toMatchObject({ groups: { family: { n: 1, mean: 15, missing: 1 } } })
})

test('TIES-2 measurements 59 days apart are too close, 60 days apart are not', () => {
  expect(byRater(measured('2020-07-01', 40), measured('2020-08-29', 50))).toMatchObject({
    groups: { family: { n: 0, mean: null, missing: 2 } },
  })
  expect(byRater(measured('2020-07-01', 40), measured('2020-08-30', 50))).toMatchObject({
    groups: { family: { n: 1, mean: 10, low: null, high: null } },
  })
})

test('TIES-3 each rater is a figure of its own, and a case outside A1 is in none', () => {
  const figure = byRater(
    measured('2020-07-01', 40),
    measured('2020-12-01', 60, { rater: 'survivor' }),
    measured('2020-07-01', 40, { case_code: 'S-2', rater: 'community' }),
    measured('2020-12-01', 30, { case_code: 'S-2', rater: 'community' }),
    measured('2020-07-01', 40, { case_code: 'S-3' }),
    measured('2020-12-01', 99, { case_code: 'S-3' }),
  )
  expect(figure).toMatchObject({
    by: 'rater',
    whole: null,
    groups: {
      survivor: { n: 0, missing: 2 },
      family: { n: 0, missing: 2 },
      community: { n: 1, mean: -10, missing: 1 },
    },
  })
})
