import type { PartialDate } from '@sathi/domain'
import { expect, test } from 'vitest'
import { proposePeriod } from './propose-period.ts'

test.each([
  ['2022-03-15', '2020-10-01', '2022-03-31'],
  ['2021-12-31', '2020-07-01', '2021-12-31'],
  ['2021', '2019-10-01', '2021-03-31'],
  ['2020-06', '2019-01-01', '2020-06-30'],
])('after a last record of %s the period %s to %s is proposed', (last, from, to) => {
  expect(proposePeriod(last as PartialDate)).toEqual({ from, to })
})
