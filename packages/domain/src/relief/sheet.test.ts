import { expect, test } from 'vitest'
import { aDay, type InventedRow, sheetOf } from '../catalogue/builders.ts'
import { anEntryId } from '../journal/builders.ts'
import { crisesPart, reliefPart } from './sheet.ts'

const need = (day: string, crisis_code = 'amphan'): InventedRow => {
  return ['relief_need', day, { crisis_code, needs: ['groceries'] }]
}
const delivered = (day: string, crisis_code = 'amphan'): InventedRow => {
  return ['relief_delivered', day, { crisis_code, items: ['groceries'] }]
}

test('REL-1 a delivery answers the latest need of its crisis on its day or before', () => {
  const sheet = sheetOf(reliefPart, [
    need('2020-05-21'),
    need('2020-05-25'),
    need('2020-05-25', 'covid-19'),
    need('2020-05-26'),
    delivered('2020-05-25'),
    delivered('2020-05-20'),
  ])
  expect(sheet?.deliveries).toEqual([
    { id: anEntryId(6), day: aDay('2020-05-20'), crisis: 'amphan' },
    {
      id: anEntryId(5),
      day: aDay('2020-05-25'),
      crisis: 'amphan',
      need: { id: anEntryId(2), day: aDay('2020-05-25') },
    },
  ])
})

test('REL-2 a need waits until anything is delivered for its crisis on the same day or later', () => {
  const rows = [
    need('2020-05-21'),
    need('2020-05-22'),
    need('2020-05-20', 'covid-19'),
    delivered('2020-05-21'),
  ]
  expect(sheetOf(reliefPart, rows)?.waiting?.map(({ id }) => id)).toEqual([anEntryId(3), anEntryId(2)])
})

test('REL-3 a crisis is as last declared', () => {
  const declared = (day: string, name: string): InventedRow => {
    return ['crisis_declared', day, { name, hazard: 'cyclone', starts_on: '2020-05-20' }]
  }
  expect(sheetOf(crisesPart, [declared('2020-05-22', 'Amphan'), declared('2020-05-20', 'A storm')])).toEqual({
    name: 'Amphan',
    hazard: 'cyclone',
    startsOn: aDay('2020-05-20'),
  })
})
