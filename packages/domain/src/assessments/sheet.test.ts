import { expect, test } from 'vitest'
import { aDay, type InventedRow, sheetOf } from '../catalogue/builders.ts'
import { anEntryId } from '../journal/builders.ts'
import { assessmentsPart } from './sheet.ts'

test('ASM-1 the scores of each instrument stand in order of day and row id', () => {
  const assessed = (day: string, instrument: string, score: number): InventedRow => {
    return ['assessment', day, { instrument, score }]
  }
  const rows = [
    assessed('2021-03-01', 'who5', 60),
    assessed('2021-03-01', 'who5', 64),
    assessed('2021-01-01', 'phq9', 9),
    assessed('2021', 'who5', 20),
  ]
  expect(sheetOf(assessmentsPart, rows)?.scores).toEqual({
    who5: [
      [anEntryId(4), aDay('2021-01-01'), 20],
      [anEntryId(1), aDay('2021-03-01'), 60],
      [anEntryId(2), aDay('2021-03-01'), 64],
    ],
    phq9: [[anEntryId(3), aDay('2021-01-01'), 9]],
  })
})
