import { expect, test } from 'vitest'
import { aDay, type InventedRow, sheetOf } from '../catalogue/builders.ts'
import { anEntryId } from '../journal/builders.ts'
import { postsPart, screeningsPart } from './sheet.ts'

test('IDE-1 a roster without a last day means that the officer still serves there', () => {
  const rows: InventedRow[] = [
    ['post_registered', '2020-01-02', { agency: 'bgb', district: 'BD4041' }],
    ['post_registered', '2020-01-01', { agency: 'police' }],
    ['post_roster', '2020-02-01', { officer_code: 'bgb-0001', from: '2020-02-01' }],
    ['post_roster', '2020-02-01', { officer_code: 'bgb-0002', from: '2020-02', to: '2020-05-31' }],
  ]
  expect(sheetOf(postsPart, rows)).toEqual({
    agency: 'bgb',
    district: 'BD4041',
    rosters: [
      [anEntryId(3), 'bgb-0001', aDay('2020-02-01'), null],
      [anEntryId(4), 'bgb-0002', aDay('2020-02-01'), aDay('2020-05-31')],
    ],
  })
})

test('IDE-2 a screening keeps every look, referral and finding in order of day and row id', () => {
  const rows: InventedRow[] = [
    ['screening_confirmed', '2021-03-02', { finding: 'confirmed' }],
    ['screening_confirmed', '2021-03-01', { finding: 'unknown' }],
    ['screening_referred', '2021-02-01', { referred_to: 'ngo-self' }],
    ['screening_done', '2021-01-31', { officer_code: 'bgb-0001', agency: 'bgb', result: 'presumed_victim' }],
  ]
  expect(sheetOf(screeningsPart, rows)).toEqual({
    done: [[anEntryId(4), aDay('2021-01-31'), 'bgb', 'presumed_victim', 'bgb-0001']],
    referrals: [[anEntryId(3), aDay('2021-02-01')]],
    findings: [
      [anEntryId(2), aDay('2021-03-01'), 'unknown'],
      [anEntryId(1), aDay('2021-03-02'), 'confirmed'],
    ],
  })
})
