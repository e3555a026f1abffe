import { expect, test } from 'vitest'
import { dataQualityNotes } from '../report/index.ts'
import { entryAt, figureOf, halfYear, inventedBook } from '../testing/invented-book.ts'
import type { Row } from '../testing/read-line-list.ts'

const stage = (case_code: string, occurred_on: string, name: string): Row => ({
  case_code,
  occurred_on,
  stage: name,
})
const figures = (...rows: Row[]) => ({
  R1: figureOf('R1', { repatriation_stage: rows }),
  R2: figureOf('R2', { repatriation_stage: rows }),
  R3: figureOf('R3', { repatriation_stage: rows }),
})

test('HOME-1 a survivor who was handed over twice in the period counts once', () => {
  const twice = [stage('S-1', '2020-07-01', 'handover'), stage('S-1', '2020-12-31', 'handover')]
  expect(figures(...twice, stage('S-2', '2021-01-01', 'handover')).R1).toMatchObject({ value: 1 })
})

test('HOME-2 a survivor who came home before the period is not counted for coming home again', () => {
  const again = [
    stage('S-1', '2020-01-01', 'rescued_or_detained'),
    stage('S-1', '2020-06-30', 'alternative_placement'),
    stage('S-1', '2020-08-01', 'family_reunion'),
  ]
  expect(figures(...again).R2).toMatchObject({ n: 0, missing: 0, median: null, p90: null })
})

test('HOME-3 the first rescue begins the road, shelter only where none is recorded, and without either she is missing', () => {
  const rows = [
    stage('S-1', '2020-07-01', 'sheltered'),
    stage('S-1', '2020-07-11', 'rescued_or_detained'),
    stage('S-1', '2020-07-21', 'family_reunion'),
    stage('S-2', '2020-07-01', 'sheltered'),
    stage('S-2', '2020-07-21', 'alternative_placement'),
    stage('S-3', '2020-07-21', 'family_reunion'),
  ]
  expect(figures(...rows).R2).toMatchObject({ n: 2, missing: 1, median: 15, p90: 19 })
})

test('HOME-4 days are negative where records contradict each other, and are noted', () => {
  const rows = [
    stage('S-1', '2020-08-11', 'rescued_or_detained'),
    stage('S-1', '2020-08-01', 'family_reunion'),
  ]
  expect(figures(...rows).R2).toMatchObject({ n: 1, median: -10 })
  expect(dataQualityNotes(inventedBook({ repatriation_stage: rows }), halfYear)).toMatchObject([
    {
      code: 'negative_road_home',
      count: 1,
      counted: [{ entries: [entryAt('repatriation_stage', 1), entryAt('repatriation_stage', 2)] }],
    },
  ])
})

test('HOME-5 a road of 147 days is within 147 days, one of 148 is not', () => {
  const rows = [
    stage('S-1', '2020-03-03', 'rescued_or_detained'),
    stage('S-1', '2020-07-28', 'family_reunion'),
    stage('S-2', '2020-03-03', 'rescued_or_detained'),
    stage('S-2', '2020-07-29', 'family_reunion'),
    stage('S-3', '2020-07-29', 'family_reunion'),
  ]
  expect(figures(...rows).R3).toMatchObject({ numerator: 1, denominator: 2, missing: 1 })
})
