import { expect, test } from 'vitest'
import { aDay, type InventedRow, sheetOf } from '../catalogue/builders.ts'
import { anEntryId } from '../journal/builders.ts'
import { trainingPart } from './sheet.ts'

const held = (day: string, ends_on: string): InventedRow => {
  return [
    'course_held',
    day,
    { audience: 'bgb', curriculum: 'victim_identification', starts_on: '2021-02', ends_on },
  ]
}

test('TRA-1 a course is as last declared, and a partial date counts as its first day', () => {
  expect(sheetOf(trainingPart, [held('2021-03-02', '2021-03'), held('2021-03-01', '2021-02-10')])).toEqual({
    course: {
      id: anEntryId(1),
      audience: 'bgb',
      curriculum: 'victim_identification',
      startsOn: aDay('2021-02-01'),
      endsOn: aDay('2021-03-01'),
    },
  })
})

test('TRA-2 participations are kept though the course is not recorded', () => {
  const sheet = sheetOf(trainingPart, [
    ['course_participant', '2021-03-01', { participant_code: 'bgb-0001', attended: 0.8, pre_score: 40 }],
  ])
  expect(sheet).toEqual({ participations: [[anEntryId(1), 'bgb-0001', null, null, 0.8, 40, null]] })
})
