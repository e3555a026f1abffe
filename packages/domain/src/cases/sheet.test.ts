import { expect, test } from 'vitest'
import { aDay, sheetOf } from '../catalogue/builders.ts'
import { anEntryId } from '../journal/builders.ts'
import { casesPart } from './sheet.ts'

const opening = { pathway: 'shelter', gender: 'Feminine', is_child: 'no', age: 21, home_district: 'BD4041' }

test('CAS-1 a file is open from its opening, closed from its closing, and open again from a later reopening', () => {
  const opened = ['case_opened', '2020-01-05', opening] as const
  const closed = ['case_closed', '2020-08-01', { reason: 'graduated' }] as const
  const reopened = ['case_reopened', '2021-02-01', { reason: 'new_need' }] as const
  expect(sheetOf(casesPart, [opened])).toMatchObject({ status: 'open', since: aDay('2020-01-05') })
  expect(sheetOf(casesPart, [opened, closed])).toMatchObject({
    status: 'closed',
    since: aDay('2020-08-01'),
    closedFor: 'graduated',
  })
  const again = sheetOf(casesPart, [opened, closed, reopened])
  expect(again).toMatchObject({ status: 'open', since: aDay('2021-02-01') })
  expect(again).not.toHaveProperty('closedFor')
})

test('CAS-2 a file that is closed and reopened on one day is open', () => {
  const sheet = sheetOf(casesPart, [
    ['case_reopened', '2020-08-01', { reason: 'new_need' }],
    ['case_closed', '2020-08-01', { reason: 'lost_contact' }],
  ])
  expect(sheet).toMatchObject({ status: 'open' })
})

test('CAS-3 a closing that arrives before the opening shows a closed file without an opening', () => {
  expect(sheetOf(casesPart, [['case_closed', '2020-08-01', { reason: 'moved' }]])).toEqual({
    status: 'closed',
    since: aDay('2020-08-01'),
    closedFor: 'moved',
  })
})

test('the opening says in codes what was recorded, and nothing about what was not', () => {
  expect(sheetOf(casesPart, [['case_opened', '2020-01', opening]])?.opening).toEqual({
    id: anEntryId(1),
    day: aDay('2020-01-01'),
    pathway: 'shelter',
    gender: 'Feminine',
    isChild: 'no',
    age: 21,
    homeDistrict: 'BD4041',
  })
})
