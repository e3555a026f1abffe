import { expect, test } from 'vitest'
import { aDay, sheetOf } from '../catalogue/builders.ts'
import { counsellingPart } from './sheet.ts'

test('COU-1 sessions are counted with their first and last day, minutes where they are recorded', () => {
  const sheet = sheetOf(counsellingPart, [
    ['counselling_session', '2021-02-01', { session_number: 2, minutes: 40 }],
    ['counselling_session', '2021-01-01', { session_number: 1 }],
  ])
  expect(sheet).toEqual({ sessions: 2, first: aDay('2021-01-01'), last: aDay('2021-02-01'), minutes: 40 })
})
