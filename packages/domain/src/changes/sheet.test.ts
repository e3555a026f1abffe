import { expect, test } from 'vitest'
import { aDay, type InventedRow, sheetOf } from '../catalogue/builders.ts'
import { anEntryId } from '../journal/builders.ts'
import { changesPart } from './sheet.ts'

test('CHA-1 a change is as last harvested and keeps every status and substantiation', () => {
  const harvested = (day: string, status: string, significance: number): InventedRow => [
    'change_harvested',
    day,
    { title: 'A quiet room', level: 'institution', significance, contribution: 'partial', status },
  ]
  const rows: InventedRow[] = [
    harvested('2021-02-01', 'agreed', 2),
    harvested('2021-01-01', 'draft', 1),
    ['change_substantiated', '2021-03-01', { verifier_independent: 'yes', agrees: 'partly' }],
  ]
  expect(sheetOf(changesPart, rows)).toEqual({
    title: 'A quiet room',
    level: 'institution',
    significance: 2,
    contribution: 'partial',
    statuses: [
      [anEntryId(2), aDay('2021-01-01'), 'draft'],
      [anEntryId(1), aDay('2021-02-01'), 'agreed'],
    ],
    substantiations: [{ id: anEntryId(3), day: aDay('2021-03-01'), independent: true, agrees: 'partly' }],
  })
})
