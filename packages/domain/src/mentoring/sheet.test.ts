import { expect, test } from 'vitest'
import { aDay, sheetOf } from '../catalogue/builders.ts'
import { anEntryId } from '../journal/builders.ts'
import { mentoringPart } from './sheet.ts'

test('MEN-1 a match has its mentor, its days and every contact in order of day', () => {
  const sheet = sheetOf(mentoringPart, [
    ['mentoring_contact', '2021-03-01', { match_id: 'm-01' }],
    ['mentoring_contact', '2021-02-01', { match_id: 'm-01' }],
    ['mentoring_matched', '2021-01-01', { match_id: 'm-01', mentor_code: 'champion-06' }],
    ['mentoring_ended', '2021-06-01', { match_id: 'm-01' }],
  ])
  expect(sheet?.matches).toEqual([
    {
      match: 'm-01',
      mentor: 'champion-06',
      since: aDay('2021-01-01'),
      endedOn: aDay('2021-06-01'),
      contacts: [
        [anEntryId(2), aDay('2021-02-01')],
        [anEntryId(1), aDay('2021-03-01')],
      ],
    },
  ])
})

test('MEN-2 a contact counts for its match though the match is not recorded', () => {
  const sheet = sheetOf(mentoringPart, [['mentoring_contact', '2021-03-01', { match_id: 'm-02' }]])
  expect(sheet?.matches).toEqual([{ match: 'm-02', contacts: [[anEntryId(1), aDay('2021-03-01')]] }])
})
