import { expect, test } from 'vitest'
import { aDay, type InventedRow, sheetOf } from '../catalogue/builders.ts'
import { anEntryId } from '../journal/builders.ts'
import { communityPart } from './sheet.ts'

test('COM-1 measurements stand apart by who rated, in order of day', () => {
  const measured = (day: string, rater: string, score: number): InventedRow => {
    return ['acceptance_measured', day, { rater, score }]
  }
  const rows = [
    measured('2021-06-01', 'family', 60),
    measured('2021-01-01', 'family', 40),
    measured('2021-02-01', 'survivor', 50),
  ]
  expect(sheetOf(communityPart, rows)?.acceptance).toEqual({
    family: [
      [anEntryId(2), aDay('2021-01-01'), 40],
      [anEntryId(1), aDay('2021-06-01'), 60],
    ],
    survivor: [[anEntryId(3), aDay('2021-02-01'), 50]],
  })
})

test('COM-2 sessions are counted with the last day', () => {
  const rows: InventedRow[] = [
    ['family_session', '2021-02-01', { with: 'family' }],
    ['family_session', '2021-01-01', { with: 'leaders', people: 11 }],
  ]
  expect(sheetOf(communityPart, rows)).toEqual({ sessions: { held: 2, last: aDay('2021-02-01') } })
})
