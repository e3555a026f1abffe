import { expect, test } from 'vitest'
import { countFigure } from '../report/index.ts'
import { halfYear, inventedBook } from '../testing/invented-book.ts'

test('PEER-1 a pair counts once, however many contacts and files it has', () => {
  const contact = (case_code: string, occurred_on: string, match_id: string) => ({
    case_code,
    occurred_on,
    match_id,
  })
  const book = inventedBook({
    mentoring_contact: [
      contact('S-1', '2020-07-01', 'm-01'),
      contact('S-1', '2020-12-31', 'm-01'),
      contact('S-2', '2020-08-01', 'm-01'),
      contact('S-2', '2020-08-01', 'm-02'),
      contact('S-2', '2021-01-01', 'm-03'),
    ],
  })
  const { figure, counted } = countFigure(book, { indicator: 'P1', period: halfYear })
  expect(figure).toMatchObject({ value: 2, high: null })
  expect(counted.counted?.map(({ entries }) => entries.length)).toEqual([3, 1])
})
