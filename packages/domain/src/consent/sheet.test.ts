import { expect, test } from 'vitest'
import { aDay, type InventedRow, sheetOf } from '../catalogue/builders.ts'
import { anEntryId } from '../journal/builders.ts'
import { consentPart } from './sheet.ts'

const given = (day: string, open: object): InventedRow => [
  'consent_given',
  day,
  { purpose: 'referral', ...open },
]
const withdrawn = (day: string, open: object = {}): InventedRow => {
  return ['consent_withdrawn', day, { purpose: 'referral', ...open }]
}
const standing = (rows: readonly InventedRow[]) => sheetOf(consentPart, rows)?.standing.map(({ id }) => id)

test('CON-1 of several consents for one purpose and recipient the last stands', () => {
  const rows = [
    given('2020-03-01', {}),
    given('2020-01-01', {}),
    given('2020-02-01', { recipient: 'legal-bd-1' }),
  ]
  expect(standing(rows)).toEqual([anEntryId(1), anEntryId(3)])
})

test('CON-2 a withdrawal without a recipient ends every consent of its purpose and no other', () => {
  const rows = [
    given('2020-01-01', {}),
    given('2020-01-01', { recipient: 'legal-bd-1' }),
    given('2020-01-01', { purpose: 'photo' }),
    withdrawn('2020-02-01'),
  ]
  expect(standing(rows)).toEqual([anEntryId(3)])
  expect(sheetOf(consentPart, rows)?.withdrawn).toEqual(['referral'])
})

test('CON-2 a withdrawal with a recipient leaves what was given to others', () => {
  const rows = [
    given('2020-01-01', { recipient: 'legal-bd-1' }),
    given('2020-01-01', { recipient: 'shelter-wb-1' }),
    withdrawn('2020-02-01', { recipient: 'legal-bd-1' }),
  ]
  expect(standing(rows)).toEqual([anEntryId(2)])
})

test('CON-3 a withdrawal for one agency excepts it from a consent for all', () => {
  const rows = [
    given('2020-01-01', { expires_on: '2021-01' }),
    withdrawn('2020-02-01', { recipient: 'legal-bd-1' }),
  ]
  expect(sheetOf(consentPart, rows)?.standing).toEqual([
    {
      id: anEntryId(1),
      day: aDay('2020-01-01'),
      purpose: 'referral',
      except: ['legal-bd-1'],
      expiresOn: aDay('2021-01-01'),
    },
  ])
})

test('CON-4 given and withdrawn on one day is withdrawn, and given again later stands again', () => {
  expect(standing([given('2020-01-01', {}), withdrawn('2020-01-01')])).toEqual([])
  expect(standing([withdrawn('2020-01-01'), given('2020-01-02', {})])).toEqual([anEntryId(2)])
})
