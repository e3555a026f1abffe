import { expect, test } from 'vitest'
import { computeReport } from '../report/index.ts'
import { halfYear, inventedBook } from '../testing/invented-book.ts'
import type { Row } from '../testing/read-line-list.ts'
import { groupsOfCase } from './groups-of-case.ts'

const opened: Row = {
  case_code: 'S-1',
  occurred_on: '2020-01-01',
  pathway: 'shelter',
  gender: 'Feminine',
  is_child: 'no',
}

function groups(open: Row) {
  const [sheet] = inventedBook({ case_opened: [{ ...opened, ...open }] }).cases.values()
  return groupsOfCase(sheet)
}

test('GROUP-1 a case has a group in every dimension', () => {
  const everything = { age_band: '18-24', home_district: 'BD4041', type_of_exploitation: 'Servitude' }
  expect(groups(everything)).toEqual({
    gender: ['Feminine'],
    is_child: ['no'],
    age_band: ['18-24'],
    home_division: ['BD40'],
    pathway: ['shelter'],
    type_of_exploitation: ['Servitude'],
  })
})

test.each([
  ['11', '0-11'],
  ['12', '12-14'],
  ['17', '15-17'],
  ['18', '18-24'],
  ['34', '25-34'],
  ['35', '35+'],
])('GROUP-2 the age of %s decides, whatever band is recorded', (age, band) => {
  expect(groups({ age, age_band: '25-34' }).age_band).toEqual([band])
})

test('GROUP-3 districts of one division are one group', () => {
  expect(groups({ home_district: 'BD1004' }).home_division).toEqual(['BD10'])
})

test('GROUP-4 a survivor counts under each of her types of exploitation', () => {
  const report = computeReport(
    inventedBook({
      case_opened: [{ ...opened, type_of_exploitation: 'Servitude;ForcedLabour' }],
      repatriation_stage: [{ case_code: 'S-1', occurred_on: '2020-08-01', stage: 'handover' }],
    }),
    halfYear,
  )
  expect(report.figures.R1).toMatchObject({ value: 1 })
  expect(report.breakdowns.R1.type_of_exploitation).toMatchObject({
    ForcedLabour: { value: 1 },
    Servitude: { value: 1 },
  })
})

test('GROUP-5 what is not recorded is a group of its own', () => {
  expect(groups({})).toMatchObject({
    age_band: ['not_recorded'],
    home_division: ['not_recorded'],
    type_of_exploitation: ['not_recorded'],
  })
  expect(groupsOfCase(undefined).gender).toEqual(['not_recorded'])
})
