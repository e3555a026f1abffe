import { expect, test } from 'vitest'
import { figureOf } from '../testing/invented-book.ts'
import type { Row } from '../testing/read-line-list.ts'

const harvested = (occurred_on: string, status: string, about: Row = {}): Row => ({
  change_code: 'ch-01',
  occurred_on,
  title: 'A quiet room',
  level: 'institution',
  significance: '2',
  contribution: 'partial',
  status,
  ...about,
})
const substantiated = (occurred_on: string, verifier_independent: string, agrees: string): Row => {
  return { change_code: 'ch-01', occurred_on, verifier_independent, agrees }
}
const changes = (change_harvested: Row[], change_substantiated: Row[] = []) =>
  figureOf('S1', { change_harvested, change_substantiated })

test('SYST-1 a change that was agreed long before the period counts in it', () => {
  expect(changes([harvested('2015', 'agreed')])).toMatchObject({ value: 1, substantiatedIndependently: 0 })
})

test('SYST-2 the last status on or before the end decides, on one day by row id', () => {
  expect(changes([harvested('2020-07-01', 'agreed'), harvested('2020-12-31', 'rejected')])).toMatchObject({
    value: 0,
  })
  expect(changes([harvested('2020-07-01', 'agreed'), harvested('2021-01-01', 'rejected')])).toMatchObject({
    value: 1,
  })
  const onOneDay = [
    harvested('2020-07-01', 'substantiated', { row_id: 'HC-9' }),
    harvested('2020-07-01', 'draft', { row_id: 'HC-10' }),
  ]
  expect(changes(onOneDay)).toMatchObject({ value: 1 })
})

test('SYST-3 an independent verifier who agrees bears it out, and a later one who disagrees does not undo that', () => {
  const agreed = [harvested('2020-07-01', 'agreed')]
  const borneOut = [substantiated('2020-12-31', 'yes', 'partly'), substantiated('2020-12-31', 'yes', 'no')]
  expect(changes(agreed, borneOut)).toMatchObject({ value: 1, substantiatedIndependently: 1 })
  expect(changes(agreed, [substantiated('2021-01-01', 'yes', 'fully')])).toMatchObject({
    substantiatedIndependently: 0,
  })
  expect(changes(agreed, [substantiated('2020-08-01', 'no', 'fully')])).toMatchObject({
    substantiatedIndependently: 0,
  })
  expect(changes([harvested('2020-07-01', 'draft')], borneOut)).toMatchObject({
    value: 0,
    substantiatedIndependently: 0,
  })
})
