import { expect, test } from 'vitest'
import type { Access } from './access.ts'
import { aCase, aMember, anAccess, anInstant, caseNumber, memberNumber } from './builders.ts'
import { judgeWriting, type WrittenEntry } from './judge-writing.ts'
import type { Role } from './roles.ts'

const followUp: WrittenEntry = { kind: 'follow_up', subject: aCase(1) }

/** Assigned to case 1 from the 5th to the 10th. */
function worker(about: Partial<Access> = {}, held: readonly Role[] = ['caseworker']): Access {
  return anAccess(held, {
    assignments: [{ case: caseNumber(1), from: anInstant(5), until: anInstant(10) }],
    ...about,
  })
}

function judged(recorded: number, received: number, entry = followUp, access = worker()): string {
  const answer = judgeWriting(access, entry, anInstant(recorded), anInstant(received))
  if (answer.answer === 'allowed') return 'allowed'
  return answer.answer === 'quarantine' ? answer.written : answer.reason
}

test('PEO-19 what she writes while she may and that arrives while she may is allowed', () => {
  expect(judged(6, 6)).toBe('allowed')
  expect(judged(6, 9)).toBe('allowed')
})

test('PEO-19 a clock that is wrong by days takes nothing from who may write when it arrives', () => {
  expect(judged(2, 6)).toBe('allowed')
  expect(judged(25, 6)).toBe('allowed')
})

test('PEO-20 what she wrote before her access ended is kept apart when it arrives after', () => {
  expect(judged(9, 12)).toBe('before_access_ended')
  expect(judged(6, 12, followUp, worker({ suspended: [{ from: anInstant(8) }] }))).toBe('before_access_ended')
  const roleEnded = worker({ roles: [{ role: 'caseworker', from: anInstant(1), until: anInstant(8) }] })
  expect(judged(6, 9, followUp, roleEnded)).toBe('before_access_ended')
  const glass = anAccess(['supervisor'], {
    breakGlass: [{ case: caseNumber(1), from: anInstant(6), until: anInstant(7) }],
  })
  expect(judged(6, 9, followUp, glass)).toBe('before_access_ended')
})

test('PEO-20 what she wrote after, on a device that could not know, is kept apart too and said to be so', () => {
  expect(judged(11, 12)).toBe('after_access_ended')
  expect(judged(25, 12)).toBe('after_access_ended')
  expect(judged(9, 9, followUp, worker({ suspended: [{ from: anInstant(8) }] }))).toBe('after_access_ended')
})

test('PEO-21 a case that was never hers is refused as one that is not there', () => {
  expect(judged(6, 6, { kind: 'follow_up', subject: aCase(2) })).toBe('no_such_subject')
  expect(judged(6, 6, { kind: 'follow_up', subject: aCase(404) })).toBe('no_such_subject')
  expect(judged(4, 4)).toBe('no_such_subject')
})

test('PEO-21 a clock that runs ahead opens nothing that will be hers only later', () => {
  const later = { assignments: [{ case: caseNumber(1), from: anInstant(20) }] }
  expect(judged(25, 12, followUp, worker(later))).toBe('no_such_subject')
})

test('PEO-21 kinds that are not hers, of another subject or unknown are refused', () => {
  expect(judged(6, 6, { kind: 'counselling_session', subject: aCase(1) })).toBe('not_your_kind')
  expect(judged(6, 6, { kind: 'course_held', subject: aCase(1) })).toBe('unknown_kind')
  expect(judged(6, 6, { kind: 'no_such_kind', subject: aCase(1) })).toBe('unknown_kind')
  expect(judged(6, 6, followUp, anAccess([]))).toBe('not_your_kind')
})

test('PEO-22 a file is opened by who may open files, and amended only where it is hers', () => {
  const opening: WrittenEntry = { kind: 'case_opened', subject: aCase(7) }
  expect(judged(6, 6, opening)).toBe('allowed')
  expect(judged(6, 6, { ...opening, amended: { by: aMember } })).toBe('no_such_subject')
  expect(judged(6, 6, { ...opening, subject: aCase(1), amended: { by: memberNumber(2) } })).toBe('allowed')
})

test('PEO-22 who writes a kind without reading it amends only what she wrote', () => {
  const feedback: WrittenEntry = { kind: 'feedback_given', subject: aCase(1) }
  expect(judged(6, 6, feedback)).toBe('allowed')
  expect(judged(6, 6, { ...feedback, amended: { by: aMember } })).toBe('allowed')
  expect(judged(6, 6, { ...feedback, amended: { by: memberNumber(2) } })).toBe('no_such_entry')
  expect(judged(6, 6, { ...feedback, amended: { by: null } })).toBe('no_such_entry')
  const screening: WrittenEntry = {
    kind: 'screening_done',
    subject: { type: 'screening', id: caseNumber(9) },
  }
  const partner = anAccess(['partner_officer'])
  expect(judged(6, 6, { ...screening, amended: { by: aMember } }, partner)).toBe('allowed')
  expect(judged(6, 6, { ...screening, amended: { by: memberNumber(2) } }, partner)).toBe('no_such_entry')
})
