import { expect, test } from 'vitest'
import { aDay, sheetOf } from '../catalogue/builders.ts'
import { anEntryId } from '../journal/builders.ts'
import { evaluationPart, studiesPart } from './sheet.ts'

test('EVA-1 of a form the answers yes and no are counted, and nothing else', () => {
  const sheet = sheetOf(evaluationPart, [
    ['feedback_given', '2021-02-01', { helpful: 'yes', friendly: 'yes', i_decided: 'no' }],
    ['feedback_given', '2021-01-01', { most_valued_service: 'legal' }],
  ])
  expect(sheet?.feedback).toEqual([
    [anEntryId(2), aDay('2021-01-01'), 0, 0],
    [anEntryId(1), aDay('2021-02-01'), 2, 1],
  ])
})

test('EVA-2 the sheet of a study does not say which survivor was interviewed', () => {
  const sheet = sheetOf(studiesPart, [
    ['study_opened', '2020-01-01', { title: 'Comparative evaluation' }],
    ['study_interview', '2021-01-01', { interviewee: 'survivor', case_code: 'S-0001' }],
  ])
  expect(sheet).toEqual({
    title: 'Comparative evaluation',
    interviews: [[anEntryId(2), aDay('2021-01-01'), 'survivor']],
  })
})

test('a quote says by which name and for which use, and whether she approved', () => {
  const sheet = sheetOf(evaluationPart, [
    ['quote_offered', '2021-01-01', { pseudonym: 'Kadam', scope: 'donor', approved_by_survivor: 'yes' }],
  ])
  expect(sheet?.quotes).toEqual([
    { id: anEntryId(1), day: aDay('2021-01-01'), pseudonym: 'Kadam', scope: 'donor', approved: true },
  ])
})
