import { expect, test } from 'vitest'
import { compartments, type Instant } from '../journal/index.ts'
import { longestBreakGlass } from './access.ts'
import { aCase, anAccess, anInstant, caseNumber } from './builders.ts'
import { hoursAfter } from './hours-after.ts'
import { judgeBreakGlass } from './judge-break-glass.ts'
import { mayOpen, mayRead, mayWrite } from './may-read.ts'

const now = anInstant(10)

test('PEO-14 a supervisor opens a case not hers with a reason, for at most a day', () => {
  const supervisor = anAccess(['supervisor'], {
    assignments: [{ case: caseNumber(1), from: anInstant(5) }],
  })
  const ask = (
    about: Partial<{ case: ReturnType<typeof caseNumber>; words: string; hours: number }>,
    access = supervisor,
  ) => judgeBreakGlass(access, { case: caseNumber(2), words: 'She called at night', hours: 4, ...about }, now)
  expect(ask({})).toEqual({
    answer: 'opened',
    glass: { case: caseNumber(2), from: now, until: anInstant(10, 16) },
  })
  expect(ask({ words: ' . ' })).toEqual({ answer: 'refused', reason: 'no_reason' })
  expect(ask({ words: 'বিপদ' })).toMatchObject({ answer: 'opened' })
  for (const hours of [0, 25, 1.5, Number.NaN])
    expect(ask({ hours })).toEqual({ answer: 'refused', reason: 'hours' })
  expect(ask({ hours: longestBreakGlass })).toMatchObject({ glass: { until: anInstant(11) } })
  expect(ask({ case: caseNumber(1) })).toEqual({ answer: 'refused', reason: 'yours_already' })
  expect(ask({}, anAccess(['caseworker', 'director']))).toEqual({
    answer: 'refused',
    reason: 'not_your_duty',
  })
})

test('PEO-14 break-glass opens what the role opens of one case, and ends by itself', () => {
  const glass = { case: caseNumber(2), from: now, until: anInstant(10, 16) }
  const access = anAccess(['supervisor', 'counsellor'], { breakGlass: [glass] })
  expect(compartments.filter((one) => mayOpen(access, one, caseNumber(2), anInstant(10, 15)))).toEqual([
    'casework',
    'legal',
  ])
  expect(mayWrite(access, 'follow_up', aCase(2), anInstant(10, 15))).toBe(true)
  expect(mayRead(access, 'follow_up', aCase(3), anInstant(10, 15))).toBe(false)
  expect(mayRead(access, 'follow_up', aCase(2), anInstant(10, 16))).toBe(false)
  const endless = { ...access, breakGlass: [{ ...glass, until: anInstant(28) }] }
  expect(mayRead(endless, 'follow_up', aCase(2), anInstant(11, 11))).toBe(true)
  expect(mayRead(endless, 'follow_up', aCase(2), anInstant(11))).toBe(false)
})

test('PEO-14 hours are counted over midnight, month and leap day', () => {
  expect(hoursAfter('2024-02-28T23:30:00.000Z' as Instant, 1)).toBe('2024-02-29T00:30:00.000Z')
  expect(hoursAfter('2023-12-31T12:00:00.123Z' as Instant, 24)).toBe('2024-01-01T12:00:00.123Z')
})
