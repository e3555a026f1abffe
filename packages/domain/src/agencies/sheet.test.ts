import { expect, test } from 'vitest'
import { aDay, type InventedRow, sheetOf } from '../catalogue/builders.ts'
import { agenciesPart } from './sheet.ts'

test('AGE-1 an agency is as last registered, and engagements are counted with the last day', () => {
  const registered = (day: string, name: string): InventedRow => {
    return ['agency_registered', day, { name, type: 'NGO', country: 'BD' }]
  }
  const rows: InventedRow[] = [
    registered('2020-02-01', 'A shelter'),
    registered('2020-01-01', 'Shelter'),
    ['engagement_held', '2021-01-01', { topic: 'survivor_services' }],
  ]
  expect(sheetOf(agenciesPart, rows)).toEqual({
    name: 'A shelter',
    type: 'NGO',
    country: 'BD',
    engagements: { held: 1, last: aDay('2021-01-01') },
  })
})
