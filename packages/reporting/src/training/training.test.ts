import { expect, test } from 'vitest'
import { computeReport, dataQualityNotes } from '../report/index.ts'
import { figureOf, halfYear, type InventedLines, inventedBook } from '../testing/invented-book.ts'
import type { Row } from '../testing/read-line-list.ts'

const course = (course_code: string, ends_on: string, about: Row = {}): Row => ({
  course_code,
  occurred_on: '2020-07-01',
  audience: 'bgb',
  curriculum: 'victim_identification',
  starts_on: '2020-06-01',
  ends_on,
  ...about,
})
const took = (course_code: string, participant_code: string, attended: string, about: Row = {}): Row => {
  return { course_code, occurred_on: '2020-07-01', participant_code, attended, ...about }
}
const lines = (course_held: Row[], course_participant: Row[]): InventedLines => ({
  course_held,
  course_participant,
})

test('KNOW-1 a person counts once in each audience, for one course of which she or he attended 80 %', () => {
  const courses = [
    course('C-1', '2020-07-01'),
    course('C-2', '2020-12'),
    course('C-3', '2020-08-01', { audience: 'police' }),
    course('C-4', '2021-01-01'),
  ]
  const people = [
    took('C-1', 'p-1', '0.8'),
    took('C-2', 'p-1', '1'),
    took('C-3', 'p-1', '1'),
    took('C-1', 'p-2', '0.4'),
    took('C-2', 'p-2', '0.4'),
    took('C-1', 'p-3', '0.79'),
    took('C-4', 'p-4', '1'),
  ]
  expect(figureOf('K1', lines(courses, people))).toMatchObject({
    by: 'audience',
    whole: { value: 1 },
    groups: {
      aftercare_stakeholder: { value: 0 },
      bgb: { value: 1 },
      police: { value: 1 },
      other: { value: 0, high: expect.closeTo(3.6888794541, 9) },
    },
  })
})

test('KNOW-2 participations count, also those below 80 %, and without both scores they are missing', () => {
  const people = [
    took('C-1', 'p-1', '0.1', { pre_score: '40', post_score: '60' }),
    took('C-2', 'p-1', '1', { pre_score: '50', post_score: '90' }),
    took('C-1', 'p-2', '1', { pre_score: '40' }),
  ]
  expect(
    figureOf('K2', lines([course('C-1', '2020-07-01'), course('C-2', '2020-08-01')], people)),
  ).toMatchObject({
    whole: { n: 2, mean: 30, missing: 1 },
    groups: { bgb: { n: 2, missing: 1 }, police: { n: 0, mean: null, missing: 0, normalisedGain: null } },
  })
})

test('KNOW-3 the normalised gain leaves out those who had 100 before', () => {
  const people = [
    took('C-1', 'p-1', '1', { pre_score: '100', post_score: '90' }),
    took('C-1', 'p-2', '1', { pre_score: '60', post_score: '80' }),
    took('C-1', 'p-3', '1', { pre_score: '60', post_score: '60' }),
  ]
  expect(figureOf('K2', lines([course('C-1', '2020-07-01')], people))).toMatchObject({
    whole: { n: 3, mean: 10 / 3, normalisedGain: 0.25, normalisedGainN: 2 },
  })
})

test('KNOW-4 a training is broken down by audience, gender and agency, each cell without groups of its own', () => {
  const people = [
    took('C-1', 'p-1', '1', { gender: 'Feminine', agency_code: 'bgb-bn-33' }),
    took('C-1', 'p-2', '1', { gender: 'Masculine' }),
  ]
  const report = computeReport(inventedBook(lines([course('C-1', '2020-07-01')], people)), halfYear)
  expect(report.breakdowns.K1).toMatchObject({
    audience: { bgb: { shape: 'count', value: 2 } },
    gender: { Feminine: { value: 1 }, Masculine: { value: 1 } },
    agency: { 'bgb-bn-33': { value: 1 }, not_recorded: { value: 1 } },
  })
  expect(report.breakdowns.K2.gender).toMatchObject({ Feminine: { shape: 'mean', n: 0, missing: 1 } })
})

test('KNOW-5 a course is as last declared, and people in a course that nobody declared are noted', () => {
  const declared = [course('C-1', '2020-08-01', { occurred_on: '2020-07-02' }), course('C-1', '2021-08-01')]
  const book = lines(declared, [took('C-1', 'p-1', '1'), took('C-9', 'p-2', '1')])
  expect(figureOf('K1', book)).toMatchObject({ groups: { bgb: { value: 1 } } })
  expect(dataQualityNotes(inventedBook(book), halfYear)).toMatchObject([
    { code: 'participant_of_unknown_course', count: 1 },
  ])
  const backwards = lines([course('C-1', '2020-05-01')], [])
  expect(dataQualityNotes(inventedBook(backwards), halfYear)).toMatchObject([
    { code: 'course_ends_before_it_begins' },
  ])
})
