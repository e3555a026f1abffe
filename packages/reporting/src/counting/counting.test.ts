import { expect, test } from 'vitest'
import { countFigure } from '../report/index.ts'
import { aPeriod, entryAt, figureOf, halfYear, inventedBook } from '../testing/invented-book.ts'
import type { Row } from '../testing/read-line-list.ts'
import { quartersOf } from './quarters-of.ts'

const handover = (occurred_on: string, about: Row = {}): Row => {
  return { case_code: 'S-1', occurred_on, stage: 'handover', ...about }
}
const repatriated = (...repatriation_stage: Row[]) => figureOf('R1', { repatriation_stage })

test('FIG-1 an amended entry counts as amended, in and out of the period', () => {
  const inside = handover('2020-08-01')
  const outside = handover('2021-08-01')
  expect(repatriated(inside, { ...outside, amends: '01' })).toMatchObject({ value: 0 })
  expect(repatriated(outside, { ...inside, amends: '01' })).toMatchObject({ value: 1 })
  expect(repatriated(inside, { ...outside, amends: '01' }, { ...inside, amends: '02' })).toMatchObject({
    value: 1,
  })
  expect(repatriated(inside, { ...inside, stage: 'reception', amends: '01' })).toMatchObject({ value: 0 })
})

test('FIG-1 retracting any row of a chain takes the whole fact back, and it stays back', () => {
  const chain = [handover('2020-08-01'), handover('2020-08-02', { amends: '01' })]
  expect(repatriated(...chain, { retracts: '01' })).toMatchObject({ value: 0 })
  expect(repatriated(...chain, { retracts: '02' })).toMatchObject({ value: 0 })
  expect(repatriated(...chain, { retracts: '02' }, { retracts: '03' })).toMatchObject({ value: 0 })
})

test('FIG-1 a retraction that is amended retracts what its last amendment says', () => {
  const rows = [handover('2020-08-01'), handover('2020-08-02'), { retracts: '01' }]
  const amended = [...rows, { retracts: '02', amends: '03' }]
  const book = inventedBook({ repatriation_stage: amended })
  expect(countFigure(book, { indicator: 'R1', period: halfYear }).counted.counted).toMatchObject([
    { entries: [entryAt('repatriation_stage', 1)] },
  ])
})

test('FIG-2 a month or a year counts as its first day', () => {
  expect(repatriated(handover('2020-07'))).toMatchObject({ value: 1 })
  expect(repatriated(handover('2020'))).toMatchObject({ value: 0 })
  expect(
    figureOf(
      'R1',
      { repatriation_stage: [handover('2020')] },
      { period: aPeriod('2020-01-01', '2020-01-01') },
    ),
  ).toMatchObject({ value: 1 })
})

test('FIG-3 both ends of a period belong to it', () => {
  const days = ['2020-06-30', '2020-07-01', '2020-12-31', '2021-01-01']
  expect(days.map((day) => repatriated(handover(day)))).toMatchObject([
    { value: 0 },
    { value: 1 },
    { value: 1 },
    { value: 0 },
  ])
})

test('FIG-4 a share of nine is not shown, one of ten is', () => {
  const forms = (count: number): Row[] =>
    Array.from({ length: count }, () => ({ case_code: 'S-1', occurred_on: '2020-08-01', helpful: 'yes' }))
  expect(figureOf('Q1', { feedback_given: forms(9) })).toMatchObject({
    numerator: 9,
    denominator: 9,
    proportion: null,
    low: null,
    high: null,
  })
  expect(figureOf('Q1', { feedback_given: forms(10) })).toMatchObject({
    proportion: 1,
    low: expect.closeTo(0.7224672, 7),
    high: 1,
  })
})

test('FIG-5 a count of nothing says how many there might have been', () => {
  expect(repatriated()).toMatchObject({ value: 0, high: expect.closeTo(3.6888794541, 10) })
  expect(repatriated(handover('2020-08-01'))).toMatchObject({ value: 1, high: null })
})

test('FIG-6 quarters are calendar quarters cut to the period', () => {
  expect([...quartersOf(aPeriod('2020-08-15', '2021-02-10'))]).toEqual([
    ['2020Q3', { from: '2020-08-15', to: '2020-09-30' }],
    ['2020Q4', { from: '2020-10-01', to: '2020-12-31' }],
    ['2021Q1', { from: '2021-01-01', to: '2021-02-10' }],
  ])
  expect([...quartersOf(aPeriod('2020-06-30', '2020-06-30')).keys()]).toEqual(['2020Q2'])
})

test('FIG-7 a person trained twice is one person, and opens to both participations', () => {
  const book = inventedBook({
    course_held: ['C-1', 'C-2'].map((course_code) => ({
      course_code,
      occurred_on: '2020-07-01',
      audience: 'bgb',
      curriculum: 'victim_identification',
      starts_on: '2020-07-01',
      ends_on: '2020-07-02',
    })),
    course_participant: ['C-1', 'C-2'].map((course_code) => ({
      course_code,
      occurred_on: '2020-07-01',
      participant_code: 'p-1',
      attended: '1',
    })),
  })
  const { figure, counted } = countFigure(book, { indicator: 'K1', period: halfYear, group: 'bgb' })
  expect(figure).toMatchObject({ value: 1 })
  expect(counted.counted).toMatchObject([
    { entries: [entryAt('course_participant', 1), entryAt('course_participant', 2)] },
  ])
})
