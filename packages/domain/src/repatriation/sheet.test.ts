import { expect, test } from 'vitest'
import { aDay, type InventedRow, sheetOf } from '../catalogue/builders.ts'
import { anEntryId } from '../journal/builders.ts'
import { repatriationPart } from './sheet.ts'

const stage = (day: string, name: string, open: object = {}): InventedRow => {
  return ['repatriation_stage', day, { stage: name, ...open }]
}
const sheet = (...rows: InventedRow[]) => sheetOf(repatriationPart, rows)

test('REP-1 the phase is the last stage by day, and on one day by row id', () => {
  const rows = [
    stage('2021-03-02', 'travel_permit', { waiting_on: 'bd-mission' }),
    stage('2021-03-02', 'bd_clearance'),
    stage('2021-01-01', 'sheltered'),
  ]
  expect(sheet(...rows)?.phase).toMatchObject({ stage: 'bd_clearance' })
  expect(sheet(...rows.slice(0, 1))?.phase).toMatchObject({ stage: 'travel_permit', waitingOn: 'bd-mission' })
})

test('REP-2 the road begins with the first rescue or detention, though she was sheltered before', () => {
  const sheltered = stage('2020-01-01', 'sheltered')
  const start = sheet(
    stage('2020-05-01', 'rescued_or_detained'),
    stage('2020-04-01', 'rescued_or_detained'),
    sheltered,
  )
  expect(start?.start).toMatchObject({ id: anEntryId(2), day: aDay('2020-04-01') })
})

test('REP-2 without a rescue or detention the road begins with the first shelter, else it has no beginning', () => {
  expect(sheet(stage('2020-03-01', 'sheltered'), stage('2020-01-01', 'sheltered'))?.start?.day).toBe(
    aDay('2020-01-01'),
  )
  expect(sheet(stage('2020-03-01', 'handover'))).not.toHaveProperty('start')
})

test('REP-3 home is the first reunion or placement', () => {
  const rows = [stage('2021-02-01', 'family_reunion'), stage('2021-01-01', 'alternative_placement')]
  expect(sheet(...rows)?.home).toEqual({
    id: anEntryId(2),
    day: aDay('2021-01-01'),
    stage: 'alternative_placement',
  })
})

test('REP-4 a block stands until its own stage is unblocked on the same day or later', () => {
  const blocked: InventedRow = [
    'repatriation_blocked',
    '2021-01-05',
    { stage: 'statement', reason: 'no_documents' },
  ]
  const unblocked = (day: string, name: string): InventedRow => [
    'repatriation_unblocked',
    day,
    { stage: name },
  ]
  expect(
    sheet(blocked, unblocked('2021-01-04', 'statement'), unblocked('2021-02-01', 'lead'))?.blocks,
  ).toEqual([{ id: anEntryId(1), day: aDay('2021-01-05'), stage: 'statement', reason: 'no_documents' }])
  expect(sheet(blocked, unblocked('2021-01-05', 'statement'))).not.toHaveProperty('blocks')
})

test('REP-5 of several papers of one type the last registered says until when it is valid', () => {
  const paper = (day: string, open: object): InventedRow => {
    return ['document_registered', day, { document_type: 'RD05', ...open }]
  }
  const papers = sheet(paper('2021-02-01', { valid_until: '2021-12' }), paper('2021-01-01', {}))
  expect(papers?.documents).toEqual({ RD05: aDay('2021-12-01') })
})

test('every handover is listed, chases and clues are counted', () => {
  const all = sheet(
    stage('2020-02-01', 'handover'),
    stage('2021-02-01', 'handover'),
    ['repatriation_chased', '2020-01-01', { stage: 'statement', agency_code: 'sb-police', answered: 'no' }],
    ['address_clue', '2020-01-01', {}],
    ['address_clue', '2020-01-02', { outcome: 'matched' }],
  )
  expect(all?.handovers).toEqual([
    [anEntryId(1), aDay('2020-02-01')],
    [anEntryId(2), aDay('2021-02-01')],
  ])
  expect(all?.chased).toEqual({ times: 1, last: aDay('2020-01-01'), answered: 'no' })
  expect(all?.clues).toEqual({ open: 1, matched: 1 })
})
