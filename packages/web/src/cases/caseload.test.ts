import type { DayNumber, SubjectId } from '@sathi/domain/journal'
import { describe, expect, test } from 'vitest'
import type { Sheet } from '../device/index.ts'
import { caseload, caseRow, howPressing } from './caseload.ts'
import { searchCaseload } from './search-caseload.ts'

const today = 20_000 as DayNumber
const day = (days: number) => (today + days) as DayNumber
const id = (name: string) => name as never

type Parts = Sheet['parts']

function sheet(code: string, parts: Parts, about: Partial<Sheet> = {}): Sheet {
  return {
    subject: { type: 'case', id: code as SubjectId },
    subjectCode: code,
    parts: { cases: { status: 'open', since: day(-400) }, ...parts },
    unsent: 0,
    ...about,
  }
}

function inAftercare(from: number, reached: number | undefined, more: object = {}): Parts {
  return {
    aftercare: {
      enrolments: [{ id: id('e'), from: day(from), intensity: 'intensive', caseworker: 'cw' }],
      ...(reached !== undefined && {
        followUps: [[id('f'), day(reached), 'survivor', null, 'cw'] as const],
      }),
      ...more,
    },
  }
}

describe('CAL-1 the next follow-up is due', () => {
  test.for([
    ['a week after she came into aftercare', -3, undefined, 4],
    ['two weeks after a visit in the second month', -50, -10, 4],
    ['a month after a visit in the first year', -200, -10, 20],
    ['a quarter after a visit in the second year', -500, -10, 81],
  ] as const)('%s', ([, from, reached, expected]) => {
    expect(caseRow(sheet('S-1', inAftercare(from, reached)), today).due).toEqual({
      day: day(expected),
      what: 'follow-up',
    })
  })

  test('within 72 hours at high risk, and when somebody else was reached she is still waited for', () => {
    const risks = [{ id: id('r'), day: day(-9), risk: 'r', flag: 'debt', level: 'high' as const }]
    expect(caseRow(sheet('S-1', inAftercare(-200, -10, { risks })), today).due?.day).toBe(day(-7))
    const rumour = { followUps: [[id('f'), day(-1), 'rumour', null, 'cw'] as const] }
    expect(caseRow(sheet('S-1', inAftercare(-200, undefined, rumour)), today).due?.day).toBeLessThan(today)
  })

  test('never when her file is closed, nor when nobody has promised', () => {
    const closed = sheet('S-1', { ...inAftercare(-200, -100), cases: { status: 'closed', since: day(-1) } })
    expect(caseRow(closed, today).due).toBeUndefined()
    expect(caseRow(sheet('S-1', {}), today).due).toBeUndefined()
  })
})

test('CAL-2 whoever is at high risk comes first, then by how overdue, closed files last', () => {
  const risks = [{ id: id('r'), day: day(-1), risk: 'r', flag: 'debt', level: 'high' as const }]
  const sheets = [
    sheet('closed', { cases: { status: 'closed', since: day(-1) } }),
    sheet('nothing due', {}),
    sheet('later', inAftercare(-200, -1)),
    sheet('soon', inAftercare(-200, -25)),
    sheet('overdue', inAftercare(-200, -40)),
    sheet('more overdue', inAftercare(-200, -60)),
    sheet('risk', inAftercare(-200, 0, { risks })),
  ]
  const wanted = ['risk', 'more overdue', 'overdue', 'soon', 'later', 'nothing due', 'closed']
  expect(caseload(sheets, today).map(({ code }) => code)).toEqual(wanted)
  expect(caseload(sheets.toReversed(), today).map(({ code }) => code)).toEqual(wanted)
})

test('CAL-2 a day is overdue only when it is over', () => {
  const pressing = (days: number) =>
    howPressing({ phase: { type: 'opened' }, due: { day: day(days), what: 'goal' } }, today)
  expect([-1, 0, 7, 8].map(pressing)).toEqual(['overdue', 'today', 'soon', 'later'])
})

test('CAL-3 a code is found in any digits, without its signs, and a name in any script', () => {
  const rows = caseload([sheet('S-0042', {}), sheet('K7-QM', {})], today)
  const nameOf = ({ code }: { code: string | undefined }) => (code === 'K7-QM' ? 'পাখি' : undefined)
  const found = (typed: string) => searchCaseload(rows, typed, nameOf).map(({ code }) => code)
  expect(found('০০৪২')).toEqual(['S-0042'])
  expect(found('s0042')).toEqual(['S-0042'])
  expect(found('k7q')).toEqual(['K7-QM'])
  expect(found('পাখি')).toEqual(['K7-QM'])
  expect(found(' ')).toHaveLength(2)
  expect(found('nobody')).toEqual([])
})
