import { expect, test } from 'vitest'
import { aDay, sheetOf } from '../catalogue/builders.ts'
import { healthPart } from './sheet.ts'

test('HEA-1 visits are counted with the last day and the outcome of the last', () => {
  const sheet = sheetOf(healthPart, [
    ['health_visit', '2021-02-01', { outcome: 'referred' }],
    ['health_visit', '2021-01-01', { outcome: 'treated' }],
  ])
  expect(sheet).toEqual({ visits: 2, last: aDay('2021-02-01'), lastOutcome: 'referred' })
})
