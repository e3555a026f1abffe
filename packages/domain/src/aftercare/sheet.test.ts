import { describe, expect, test } from 'vitest'
import { aDay, type InventedRow, sheetOf } from '../catalogue/builders.ts'
import { anEntryId } from '../journal/builders.ts'
import { findEnrolmentOn } from './enrolments.ts'
import { aftercarePart } from './sheet.ts'

const enrolled = (day: string, intensity = 'intensive', caseworker = 'cw-01'): InventedRow => {
  return ['aftercare_enrolled', day, { intensity, caseworker }]
}
const ended = (day: string): InventedRow => ['aftercare_ended', day, { reason: 'graduated' }]
const sheet = (...rows: InventedRow[]) => sheetOf(aftercarePart, rows)
const spans = (...rows: InventedRow[]) => sheet(...rows)?.enrolments?.map(({ from, to }) => [from, to])

describe('enrolments', () => {
  test('AFT-1 an enrolment runs to the first later day with an end, both days included', () => {
    const rows = [enrolled('2020-03-10'), ended('2020-03-01'), ended('2020-09-30'), ended('2020-10-15')]
    expect(spans(...rows)).toEqual([[aDay('2020-03-10'), aDay('2020-09-30')]])
    const [enrolment] = sheet(...rows)?.enrolments ?? []
    expect(findEnrolmentOn(enrolment ? [enrolment] : [], aDay('2020-03-10'))).toBe(enrolment)
    expect(findEnrolmentOn(enrolment ? [enrolment] : [], aDay('2020-09-30'))).toBe(enrolment)
    expect(findEnrolmentOn(enrolment ? [enrolment] : [], aDay('2020-10-01'))).toBeUndefined()
  })

  test('AFT-1 without an end an enrolment is open', () => {
    expect(sheet(enrolled('2020-03-10'))?.enrolments).toEqual([
      { id: anEntryId(1), from: aDay('2020-03-10'), intensity: 'intensive', caseworker: 'cw-01' },
    ])
  })

  test('AFT-2 an end on the very day of an enrolment does not end it', () => {
    expect(spans(enrolled('2020-03-10'), ended('2020-03-10'))).toEqual([[aDay('2020-03-10'), undefined]])
  })

  test('AFT-3 a later enrolment ends the earlier one the day before, also when an end comes after it', () => {
    expect(spans(enrolled('2020-03-10'), enrolled('2020-05-01', 'light'), ended('2020-06-01'))).toEqual([
      [aDay('2020-03-10'), aDay('2020-04-30')],
      [aDay('2020-05-01'), aDay('2020-06-01')],
    ])
  })

  test('AFT-3 an end on the day of a later enrolment leaves the later one open', () => {
    expect(spans(enrolled('2020-03-10'), ended('2020-05-01'), enrolled('2020-05-01', 'light'))).toEqual([
      [aDay('2020-03-10'), aDay('2020-04-30')],
      [aDay('2020-05-01'), undefined],
    ])
  })

  test('AFT-4 of two enrolments on one day the greater row id counts', () => {
    const both = [enrolled('2020-03-10', 'intensive', 'cw-01'), enrolled('2020-03-10', 'light', 'cw-02')]
    expect(sheet(...both)?.enrolments).toMatchObject([{ id: anEntryId(2), intensity: 'light' }])
  })
})

test('AFT-5 a follow-up keeps the day it was due and its author, or that neither is recorded', () => {
  const rows: InventedRow[] = [
    ['follow_up', '2021-01', { channel: 'phone', reached: 'survivor', due_on: '2020-12-28' }],
    ['follow_up', '2021-01-02', { channel: 'phone', reached: 'nobody' }, { author: null }],
  ]
  expect(sheet(...rows)?.followUps).toEqual([
    [anEntryId(1), aDay('2021-01-01'), 'survivor', aDay('2020-12-28'), 'cw-01'],
    [anEntryId(2), aDay('2021-01-02'), 'nobody', null, null],
  ])
})

test('AFT-6 a risk is open until it is resolved, and open again when it is raised after that', () => {
  const raised = (day: string): InventedRow => ['risk_raised', day, { risk_id: 'r1', flag: 'recent_threat' }]
  const resolved: InventedRow = ['risk_resolved', '2021-02-01', { risk_id: 'r1' }]
  const other: InventedRow = ['risk_resolved', '2021-02-01', { risk_id: 'r2' }]
  expect(sheet(raised('2021-01-01'), other)?.risks).toMatchObject([
    { id: anEntryId(1), flag: 'recent_threat' },
  ])
  expect(sheet(raised('2021-02-01'), resolved)?.risks).toBeUndefined()
  expect(sheet(raised('2021-01-01'), resolved, raised('2021-02-02'))?.risks).toMatchObject([
    { id: anEntryId(3), day: aDay('2021-02-02') },
  ])
})

test('AFT-7 a goal is as last written; the next due comes first, those without a date last', () => {
  const goal = (day: string, goal_id: string, open: object): InventedRow => {
    return ['plan_goal', day, { goal_id, domain: 'housing', status: 'open', ...open }]
  }
  const goals = sheet(
    goal('2021-01-01', 'g1', {}),
    goal('2021-01-01', 'g2', { due_on: '2021-06' }),
    goal('2021-02-01', 'g3', { due_on: '2021-04-01', status: 'in_progress' }),
    goal('2021-01-01', 'g3', { due_on: '2021-03-01' }),
    goal('2021-02-01', 'g4', { status: 'met' }),
    goal('2021-01-01', 'g4', {}),
  )
  expect(goals?.goals?.map(({ goal: code, dueOn }) => [code, dueOn])).toEqual([
    ['g3', aDay('2021-04-01')],
    ['g2', aDay('2021-06-01')],
    ['g1', undefined],
  ])
})

test('AFT-8 approval and acceptance of a graduation are kept apart', () => {
  const rows: InventedRow[] = [
    ['graduation_decided', '2021-01-01', { approved: 'yes', accepted_by_survivor: 'no' }],
    ['graduation_decided', '2021-02-01', { approved: 'yes', accepted_by_survivor: 'yes' }],
  ]
  expect(sheet(...rows)?.graduation).toMatchObject([
    { approved: true, accepted: false },
    { approved: true, accepted: true },
  ])
})
