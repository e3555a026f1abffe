import { describe, expect, test } from 'vitest'
import { countFigure, dataQualityNotes } from '../report/index.ts'
import {
  aPeriod,
  entryAt,
  figureOf,
  halfYear,
  type InventedLines,
  inventedBook,
} from '../testing/invented-book.ts'
import type { Row } from '../testing/read-line-list.ts'

const enrolled = (occurred_on: string, about: Row = {}): Row => {
  return { case_code: 'S-1', occurred_on, intensity: 'intensive', caseworker: 'cw-01', ...about }
}
const ended = (occurred_on: string): Row => ({ case_code: 'S-1', occurred_on, reason: 'graduated' })
const followUp = (occurred_on: string, about: Row = {}): Row => {
  return { case_code: 'S-1', occurred_on, channel: 'phone', reached: 'survivor', author: 'cw-01', ...about }
}
const lines = (
  aftercare_enrolled: Row[],
  follow_up: Row[] = [],
  aftercare_ended: Row[] = [],
): InventedLines => {
  return { aftercare_enrolled, follow_up, aftercare_ended }
}

describe('A1', () => {
  test.each([
    ['on its last day', [enrolled('2020-01-01')], [ended('2020-07-01')], 1],
    ['the day before the period', [enrolled('2020-01-01')], [ended('2020-06-30')], 0],
    ['not at all, and it is open', [enrolled('2020-01-01')], [], 1],
    [
      'by a light one that begins the day after the period does',
      [enrolled('2020-01-01'), enrolled('2020-07-02', { intensity: 'light' })],
      [],
      1,
    ],
    [
      'by a light one that begins with the period',
      [enrolled('2020-01-01'), enrolled('2020-07-01', { intensity: 'light' })],
      [],
      0,
    ],
    ['on its first day, which does not end it', [enrolled('2020-06-30')], [ended('2020-06-30')], 1],
  ])('CARE-1 an intensive enrolment that ends %s', (_, aftercare, ends, value) => {
    expect(figureOf('A1', lines(aftercare, [], ends))).toMatchObject({ value })
  })

  test('CARE-1 an enrolment that begins on the last day of the period counts, one that begins after it does not', () => {
    const others = [enrolled('2020-12-31'), enrolled('2021-01-01', { case_code: 'S-2' })]
    expect(figureOf('A1', lines(others))).toMatchObject({ value: 1 })
  })
})

describe('A2', () => {
  test.each([
    ['seven days early', '2020-08-03', {}, 'numerator'],
    ['seven days late', '2020-08-17', {}, 'numerator'],
    ['eight days late', '2020-08-18', {}, 'denominator'],
    ['on the day, but by somebody she trusts', '2020-08-10', { reached: 'trusted_person' }, 'denominator'],
  ])('CARE-2 a follow-up that is answered %s', (_, day, about, part) => {
    const { counted } = countFigure(
      inventedBook({ follow_up: [followUp(day, { due_on: '2020-08-10', ...about })] }),
      {
        indicator: 'A2',
        period: halfYear,
      },
    )
    expect(Object.keys(counted)).toContain(part)
    expect(Object.keys(counted).includes('numerator')).toBe(part === 'numerator')
  })

  test('CARE-2 what counts is the day it was due: one made in the period without one, or due before it, is left out', () => {
    const rows = [
      followUp('2020-07-01'),
      followUp('2020-07-01', { due_on: '2020-06-30' }),
      followUp('2021-01-03', { due_on: '2020-12-31' }),
      followUp('2020-06-30', { due_on: '2020-07' }),
    ]
    expect(figureOf('A2', { follow_up: rows })).toMatchObject({ numerator: 2, denominator: 2, missing: 0 })
  })
})

describe('A3', () => {
  test('CARE-3 only contacts with the survivor while any enrolment was open are looked at, others are noted', () => {
    const book = lines(
      [enrolled('2020-07-10'), enrolled('2020-09-01', { intensity: 'light', caseworker: 'cw-02' })],
      [
        followUp('2020-07-09'),
        followUp('2020-07-10'),
        followUp('2020-09-01'),
        followUp('2020-10-01', { author: 'cw-02' }),
        followUp('2020-10-02', { reached: 'trusted_person' }),
        followUp('2020-11-02'),
      ],
      [ended('2020-11-01')],
    )
    expect(figureOf('A3', book)).toMatchObject({ numerator: 2, denominator: 3, missing: 0 })
    expect(dataQualityNotes(inventedBook(book), halfYear)).toMatchObject([
      { code: 'follow_up_outside_aftercare', count: 2 },
    ])
  })

  test('CARE-4 a follow-up without an author is missing', () => {
    const { author: _, ...withoutAuthor } = followUp('2020-08-01')
    const figure = figureOf('A3', lines([enrolled('2020-07-10')], [withoutAuthor, followUp('2020-07-09')]))
    expect(figure).toMatchObject({ numerator: 0, denominator: 0, missing: 1 })
  })
})

test('CARE-5 a graduation is approved and accepted in one decision, and a survivor counts once', () => {
  const decided = (occurred_on: string, approved: string, accepted_by_survivor: string): Row => {
    return { case_code: 'S-1', occurred_on, approved, accepted_by_survivor }
  }
  const apart = [decided('2020-08-01', 'yes', 'no'), decided('2020-08-02', 'no', 'yes')]
  const together = [decided('2020-08-03', 'yes', 'yes'), decided('2020-08-04', 'yes', 'yes')]
  expect(figureOf('G1', { graduation_decided: apart })).toMatchObject({ value: 0 })
  expect(figureOf('G1', { graduation_decided: [...apart, ...together] })).toMatchObject({ value: 1 })
})

describe('T0', () => {
  const days = (aftercare: Row[], follow_ups: Row[] = [], ends: Row[] = []) =>
    figureOf('T0', lines(aftercare, follow_ups, ends))

  test('CARE-6 the enrolment vouches for its day and ninety more, and none beyond the period', () => {
    expect(days([enrolled('2020-07-10')])).toMatchObject({ days: 91, cases: 1 })
    expect(days([enrolled('2020-12-30')])).toMatchObject({ days: 2 })
  })

  test('CARE-6 a contact before the period vouches for its days in the period', () => {
    const contact = [followUp('2020-06-01', { reached: 'trusted_person' })]
    expect(days([enrolled('2019-01-01')], contact)).toMatchObject({ days: 61 })
  })

  test('CARE-6 contacts that overlap count each day once, and go on after aftercare has ended', () => {
    const contacts = [followUp('2020-08-01'), followUp('2020-08-11'), followUp('2020-12-31')]
    expect(days([enrolled('2020-07-10')], contacts, [ended('2020-07-20')])).toMatchObject({
      days: 32 + 91 + 1,
    })
  })

  test('CARE-6 rumours and visits that reached nobody vouch for nothing', () => {
    const contacts = [
      followUp('2020-12-01', { reached: 'rumour' }),
      followUp('2020-12-02', { reached: 'nobody' }),
    ]
    expect(days([enrolled('2020-07-10')], contacts)).toMatchObject({ days: 91 })
  })

  test('CARE-6 days are counted from the enrolment on, whatever contact there was before', () => {
    expect(days([enrolled('2020-12-01')], [followUp('2020-11-30')])).toMatchObject({ days: 31 })
  })

  test('CARE-7 light aftercare is no contact', () => {
    const later = enrolled('2020-12-01', { intensity: 'light' })
    expect(days([enrolled('2020-07-10'), later])).toMatchObject({ days: 91 })
  })

  test('CARE-11 of two intensive enrolments the one that ended before the period does not begin the count', () => {
    const enrolments = [enrolled('2019-01-01'), enrolled('2020-12-01')]
    const contacts = [followUp('2020-07-01')]
    expect(days(enrolments, contacts, [ended('2019-06-30')])).toMatchObject({ days: 31, cases: 1 })
    const both = [enrolled('2020-07-10'), enrolled('2020-12-01')]
    expect(days(both, [], [ended('2020-08-01')])).toMatchObject({ days: 91 + 31, cases: 1 })
  })

  test('person-years are days by 365.25', () => {
    expect(days([enrolled('2020-07-10')])).toMatchObject({ value: 91 / 365.25 })
  })
})

describe('T1', () => {
  const reported = (occurred_on: string, status: string, about: Row = {}): Row => {
    return { case_code: 'S-1', occurred_on, incident_id: 'inc-1', status, ...about }
  }
  const value = (...retrafficking_reported: Row[]) => figureOf('T1', { retrafficking_reported })

  test('CARE-8 an incident counts by its last report on or before the end of the period', () => {
    expect(value(reported('2020-08-01', 'suspected'), reported('2020-09-01', 'confirmed'))).toMatchObject({
      value: 1,
    })
    expect(value(reported('2020-08-01', 'confirmed'), reported('2020-09-01', 'ruled_out'))).toMatchObject({
      value: 0,
    })
    expect(value(reported('2020-08-01', 'confirmed'), reported('2021-01-01', 'ruled_out'))).toMatchObject({
      value: 1,
    })
  })

  test('CARE-8 an incident that was first reported before the period is not counted in it', () => {
    expect(value(reported('2020-06-30', 'suspected'), reported('2020-09-01', 'confirmed'))).toMatchObject({
      value: 0,
    })
  })

  test('CARE-8 of two reports on one day the greater row id is the later', () => {
    const onOneDay = [
      reported('2020-08-01', 'confirmed', { row_id: 'RT-9' }),
      reported('2020-08-01', 'suspected', { row_id: 'RT-10' }),
    ]
    expect(value(...onOneDay)).toMatchObject({ value: 1 })
  })

  test('CARE-8 an incident that two files report is one incident, in the groups of both', () => {
    const rows = [
      reported('2020-08-01', 'suspected'),
      reported('2020-08-02', 'confirmed', { case_code: 'S-2' }),
    ]
    expect(value(...rows)).toMatchObject({ value: 1 })
    const opened = { occurred_on: '2020-01-01', pathway: 'shelter', is_child: 'no' }
    const book = inventedBook({
      case_opened: [
        { ...opened, case_code: 'S-1', gender: 'Feminine' },
        { ...opened, case_code: 'S-2', gender: 'Masculine' },
      ],
      retrafficking_reported: rows,
    })
    for (const gender of ['Feminine', 'Masculine']) {
      const asked = { indicator: 'T1', period: halfYear, dimension: 'gender', value: gender } as const
      expect(countFigure(book, asked).figure).toMatchObject({ value: 1 })
    }
  })

  test('CARE-9 without person-years there is no rate, and with them none of nothing says how many there might be', () => {
    expect(value(reported('2020-08-01', 'confirmed'))).toMatchObject({
      personYears: 0,
      ratePer100: null,
      rateHigh: null,
    })
    const figure = figureOf('T1', lines([enrolled('2020-07-10')]))
    expect(figure).toMatchObject({ value: 0, ratePer100: 0, low: 0 })
    expect(figure).toHaveProperty('high', expect.closeTo(3.6888794541, 9))
    expect(figure).toHaveProperty('rateHigh', expect.closeTo((3.6888794541139363 / (91 / 365.25)) * 100, 9))
  })
})

describe('T2', () => {
  test.each([
    ['89 days before the last day', '2020-10-03', 1],
    ['90 days before the last day', '2020-10-02', 0],
  ])('CARE-10 a contact %s', (_, day, numerator) => {
    const figure = figureOf('T2', lines([enrolled('2020-01-01')], [followUp(day)]))
    expect(figure).toMatchObject({ numerator, denominator: 1 })
  })

  test('CARE-10 the enrolment is a contact, and a contact after the period is none', () => {
    expect(figureOf('T2', lines([enrolled('2020-10-03')]))).toMatchObject({ numerator: 1, denominator: 1 })
    expect(figureOf('T2', lines([enrolled('2020-01-01')], [followUp('2021-01-01')]))).toMatchObject({
      numerator: 0,
    })
  })

  test('CARE-10 whoever is in no or in light aftercare on the last day is not looked at', () => {
    const light = [enrolled('2020-10-03'), enrolled('2020-12-31', { intensity: 'light' })]
    expect(figureOf('T2', lines(light))).toMatchObject({ denominator: 0 })
    expect(figureOf('T2', lines([enrolled('2020-10-03')], [], [ended('2020-12-30')]))).toMatchObject({
      denominator: 0,
    })
    expect(figureOf('T2', lines([enrolled('2020-10-03')], [], [ended('2020-12-31')]))).toMatchObject({
      denominator: 1,
    })
  })
})

test('a quarter is a period of its own', () => {
  const asked = { period: aPeriod('2020-07-01', '2020-12-31'), quarter: '2020Q4' }
  expect(figureOf('A1', lines([enrolled('2020-07-10')], [], [ended('2020-10-01')]), asked)).toMatchObject({
    value: 1,
  })
  expect(figureOf('A1', lines([enrolled('2020-07-10')], [], [ended('2020-09-30')]), asked)).toMatchObject({
    value: 0,
  })
})

test('a figure opens down to the entries that it counts', () => {
  const book = inventedBook(lines([enrolled('2020-07-10')], [followUp('2020-08-01')]))
  expect(countFigure(book, { indicator: 'A3', period: halfYear }).counted.numerator).toMatchObject([
    { entries: [entryAt('follow_up', 1), entryAt('aftercare_enrolled', 1)] },
  ])
})
