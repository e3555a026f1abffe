import { expect, test } from 'vitest'
import { figureOf } from '../testing/invented-book.ts'
import type { Row } from '../testing/read-line-list.ts'

test('VOICE-1 as many yes as no is satisfied, and a form without an answer is missing', () => {
  const form = (answers: Row): Row => ({ case_code: 'S-1', occurred_on: '2020-08-01', ...answers })
  const feedback_given = [
    form({ helpful: 'yes', friendly: 'no' }),
    form({ helpful: 'yes', friendly: 'no', i_decided: 'no' }),
    form({ most_valued_service: 'legal' }),
    form({ helpful: 'yes', occurred_on: '2021-01-01' }),
  ]
  expect(figureOf('Q1', { feedback_given })).toMatchObject({ numerator: 1, denominator: 2, missing: 1 })
})

test('VOICE-2 interviews are counted by who was asked', () => {
  const interview = (interviewee: string, occurred_on = '2020-08-01'): Row => {
    return { study_code: 'eval-1', occurred_on, interviewee }
  }
  const study_interview = [
    interview('staff'),
    interview('staff'),
    interview('survivor'),
    interview('staff', '2021'),
  ]
  expect(figureOf('N1', { study_interview })).toMatchObject({
    by: 'interviewee',
    whole: { value: 3 },
    groups: { survivor: { value: 1 }, staff: { value: 2 }, stakeholder: { value: 0 } },
  })
})
