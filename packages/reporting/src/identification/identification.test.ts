import { describe, expect, test } from 'vitest'
import { countFigure, dataQualityNotes } from '../report/index.ts'
import { entryAt, figureOf, halfYear, type InventedLines, inventedBook } from '../testing/invented-book.ts'
import type { Row } from '../testing/read-line-list.ts'

const done = (occurred_on: string, about: Row = {}): Row => ({
  screening_code: 's-1',
  occurred_on,
  officer_code: 'bgb-1',
  agency: 'bgb',
  result: 'presumed_victim',
  ...about,
})
const referred = (occurred_on: string, about: Row = {}): Row => {
  return { screening_code: 's-1', occurred_on, referred_to: 'ngo-self', ...about }
}
const trained = (ends_on: string, about: Row = {}): InventedLines => ({
  course_held: [
    {
      course_code: 'C-1',
      occurred_on: '2020-01-01',
      audience: 'bgb',
      curriculum: 'victim_identification',
      starts_on: '2020-01-01',
      ends_on,
      ...about,
    },
  ],
  course_participant: [
    {
      course_code: 'C-1',
      occurred_on: '2020-01-01',
      participant_code: 'bgb-1',
      attended: about.attended ?? '0.8',
    },
  ],
})
const post: InventedLines = {
  post_registered: [{ post_code: 'post-1', occurred_on: '2020-01-01', agency: 'bgb' }],
}
const roster = (from: string, to?: string, about: Row = {}): Row => {
  const line = { post_code: 'post-1', occurred_on: '2020-01-01', officer_code: 'bgb-1', from, ...about }
  return to === undefined ? line : { ...line, to }
}

describe('V1 and V0', () => {
  const both = (lines: InventedLines) => [figureOf('V1', lines), figureOf('V0', lines)]

  test.each([
    ['an officer trained the day before', {}, trained('2020-07-31'), [1, 0]],
    ['an officer whose course ended on that day', {}, trained('2020-08-01'), [0, 1]],
    ['an officer trained long before the period', {}, trained('2015'), [1, 0]],
    ['an officer who attended less than 80 %', {}, trained('2020-07-01', { attended: '0.79' }), [0, 1]],
    ['an officer trained with the police', {}, trained('2020-07-01', { audience: 'police' }), [0, 1]],
    ['an untrained officer', { officer_code: 'bgb-2' }, trained('2020-07-01'), [0, 1]],
    ['the police', { agency: 'police' }, trained('2020-07-01'), [0, 0]],
    ['an officer who was not sure', { result: 'unsure' }, trained('2020-07-01'), [0, 0]],
  ])('SPOT-1 SPOT-3 a screening by %s', (_, about, training, values) => {
    const lines = {
      ...training,
      screening_done: [done('2020-08-01', about)],
      screening_referred: [referred('2020-08-01')],
    }
    expect(both(lines).map((figure) => 'value' in figure && figure.value)).toEqual(values)
  })

  test('SPOT-1 a screening that two officers did counts once in each', () => {
    const lines = {
      ...trained('2020-07-01'),
      screening_done: [
        done('2020-08-01'),
        done('2020-08-02'),
        done('2020-08-03', { officer_code: 'bgb-2' }),
        done('2020-08-01', { screening_code: 's-2' }),
        done('2021-01-01', { screening_code: 's-3' }),
      ],
      screening_referred: [
        referred('2020-08-03'),
        referred('2020-08-03', { screening_code: 's-2' }),
        referred('2021-01-01', { screening_code: 's-3' }),
      ],
    }
    expect(both(lines)).toMatchObject([{ value: 2 }, { value: 1 }])
    const { counted } = countFigure(inventedBook(lines), { indicator: 'V1', period: halfYear })
    expect(counted.counted?.[0]?.entries).toEqual([
      entryAt('screening_done', 1),
      entryAt('screening_referred', 1),
      entryAt('screening_done', 2),
    ])
  })

  test.each([
    ['the day before', '2020-07-31', 0],
    ['on the day', '2020-08-01', 1],
    ['on the last day of the period', '2020-12-31', 1],
    ['after the period', '2021-01-01', 0],
  ])('SPOT-2 a referral %s', (_, day, value) => {
    const lines = { screening_done: [done('2020-08-01')], screening_referred: [referred(day)] }
    expect(figureOf('V0', lines)).toMatchObject({ value })
  })
})

describe('officer-months', () => {
  const days = (post_roster: Row[], lines: InventedLines = post) => {
    const figure = figureOf('V2', { ...lines, ...trained('2020-07-31'), post_roster })
    if (figure.shape !== 'rate_ratio') throw new Error('not a rate ratio')
    return [figure.trainedOfficerDays, figure.untrainedOfficerDays]
  }

  test.each([
    ['of one day', [roster('2020-08-01', '2020-08-01')], [1, 0]],
    ['over the day on which the course ended', [roster('2020-07-30', '2020-08-02')], [2, 2]],
    ['that reaches out of the period on both sides', [roster('2020-01-01', '2022-01-01')], [153, 31]],
    ['without an end', [roster('2020-12-30')], [2, 0]],
    ['that ends before it begins', [roster('2020-09-01', '2020-08-01')], [0, 0]],
    ['beside another one', [roster('2020-08-01', '2020-08-10'), roster('2020-08-05', '2020-08-12')], [12, 0]],
    ['within another one', [roster('2020-08-01', '2020-08-10'), roster('2020-08-03', '2020-08-04')], [10, 0]],
    ['of somebody untrained', [roster('2020-08-01', '2020-08-10', { officer_code: 'bgb-2' })], [0, 10]],
  ])('SPOT-4 a roster %s', (_, rows, expected) => {
    expect(days(rows)).toEqual(expected)
  })

  test('SPOT-4 an officer on the rosters of two posts on one day counts once', () => {
    const posts = {
      post_registered: ['post-1', 'post-2'].map((post_code) => ({
        post_code,
        occurred_on: '2020',
        agency: 'bgb',
      })),
    }
    const rows = [
      roster('2020-08-01', '2020-08-10'),
      roster('2020-08-01', '2020-08-11', { post_code: 'post-2' }),
    ]
    expect(days(rows, posts)).toEqual([11, 0])
  })

  test('SPOT-4 posts of others and posts that nobody registered add nothing; the latter, and wrong rosters, are noted', () => {
    const police = { post_registered: [{ post_code: 'post-1', occurred_on: '2020', agency: 'police' }] }
    expect(days([roster('2020-08-01', '2020-08-10')], police)).toEqual([0, 0])
    expect(days([roster('2020-08-01', '2020-08-10')], {})).toEqual([0, 0])
    const doubtful = { post_roster: [roster('2020-09-01', '2020-08-01'), roster('2021-01-01')] }
    expect(dataQualityNotes(inventedBook(doubtful), halfYear)).toMatchObject([
      { code: 'roster_ends_before_it_begins', count: 1 },
      { code: 'roster_of_unknown_post', count: 1 },
    ])
  })

  test('SPOT-5 an officer on no roster counts, adds no months, and is noted', () => {
    const lines = {
      ...post,
      screening_done: [done('2020-08-01'), done('2020-08-02', { screening_code: 's-2' })],
      screening_referred: [referred('2020-08-01'), referred('2020-08-02', { screening_code: 's-2' })],
      post_roster: [roster('2020-08-02', '2020-08-02')],
    }
    expect(figureOf('V0', lines)).toMatchObject({ value: 2, officerMonths: 1 / 30.4375, rate: 60.875 })
    expect(dataQualityNotes(inventedBook(lines), halfYear)).toMatchObject([
      {
        code: 'identified_by_officer_on_no_roster',
        count: 1,
        counted: [{ entries: [entryAt('screening_done', 1), entryAt('screening_referred', 1)] }],
      },
    ])
  })

  test('SPOT-6 what is infinite or undefined is null', () => {
    const nothing = { value: 0, officerMonths: 0, rate: null, rateLow: null, rateHigh: null }
    expect(figureOf('V1', {})).toMatchObject(nothing)
    expect(figureOf('V2', {})).toMatchObject({ ratio: null, low: null, high: null })
    const onlyTrained = {
      ...post,
      ...trained('2020-07-31'),
      screening_done: [done('2020-08-01')],
      screening_referred: [referred('2020-08-01')],
      post_roster: [roster('2020-07-01', '2020-08-31')],
    }
    expect(figureOf('V2', onlyTrained)).toMatchObject({
      ratio: null,
      low: expect.closeTo(0.0256, 3),
      high: null,
    })
  })
})

test('SPOT-7 the last finding that says yes or no decides, and without one a screening is missing', () => {
  const screened = (screening_code: string): InventedLines => ({
    screening_done: [done('2020-08-01', { screening_code })],
    screening_referred: [referred('2020-08-01', { screening_code })],
  })
  const found = (occurred_on: string, finding: string): Row => ({
    screening_code: 's-1',
    occurred_on,
    finding,
  })
  const precision = (...screening_confirmed: Row[]) =>
    figureOf('V3', { ...trained('2020-07-01'), ...screened('s-1'), screening_confirmed })
  const wrongThenRight = [found('2020-09-01', 'not_confirmed'), found('2020-09-02', 'confirmed')]
  expect(precision(...wrongThenRight, found('2020-09-03', 'unknown'))).toMatchObject({
    numerator: 1,
    denominator: 1,
  })
  expect(precision(...wrongThenRight, found('2020-12-31', 'not_confirmed'))).toMatchObject({
    numerator: 0,
    denominator: 1,
  })
  expect(precision(found('2020-09-01', 'unknown'), found('2021-01-01', 'confirmed'))).toMatchObject({
    denominator: 0,
    missing: 1,
  })
})
