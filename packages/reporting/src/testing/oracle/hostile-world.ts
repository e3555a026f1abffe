import { dateOfDay, dayNumber } from './day-number.ts'
import type { Dice } from './dice.ts'
import type { Span } from './row.ts'

/** Differences in days on and around which a definition changes its answer. */
const OFFSETS = [0, 0, 0, 1, -1, 7, 8, -7, -8, 30, 59, 60, 61, -59, -60, 89, 90, 91, -90, 146, 147, 148, 365]

/** Periods with edges that bite: whole quarters, cut ones, inside one quarter, one day, on leap days. */
const PERIODS: [string, string][] = [
  ['2020-07-01', '2021-12-31'],
  ['2020-07-01', '2021-06-30'],
  ['2020-01-01', '2020-12-31'],
  ['2020-02-29', '2021-05-17'],
  ['2019-03-01', '2020-02-29'],
  ['2020-08-15', '2021-02-14'],
  ['2020-02-10', '2020-03-20'],
  ['2021-04-01', '2021-06-30'],
  ['2020-02-29', '2020-02-29'],
  ['2019-12-31', '2020-10-01'],
  ['2020-06-30', '2020-07-01'],
  ['2019-01-01', '2021-12-31'],
]

/** The codes and days that one hostile line list plays with: few of each, so that everything collides. */
export type World = {
  dice: Dice
  period: Span
  from: number
  to: number
  cases: string[]
  workers: string[]
  agencies: string[]
  crises: string[]
  incidents: string[]
  matches: string[]
  businesses: { id: string; owner: string }[]
  courses: string[]
  posts: string[]
  officers: string[]
  screenings: string[]
  changes: string[]
  studies: string[]
  /** A day for a subject: on an edge of the period, a telling number of days from another of its days, or any. */
  dayFor: (subject: string) => number
  /** Notes a day that a scenario chose, so that later days of the subject fall near it. */
  remember: (subject: string, day: number) => void
  date: (day: number) => string
}

/** Draws a world. */
export function drawWorld(dice: Dice): World {
  const [from, to] = dice.pick(PERIODS)
  const period = { from, to }
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const edges = [first - 1, first, first, first + 1, last - 1, last, last, last + 1]
  const windows = [last - 88, last - 89, last - 90, last - 91, first - 90, first - 91, first - 60]
  const leapDays = [dayNumber('2020-02-29'), dayNumber('2020-02-28'), dayNumber('2020-03-01')]
  const quarterEdges = ['2019-12-31', '2020-01-01', '2020-09-30', '2020-10-01', '2021-03-31', '2021-04-01']
  const anchors = [...edges, ...edges, ...windows, ...leapDays, ...quarterEdges.map(dayNumber)]

  const known = new Map<string, number[]>()
  const remember = (subject: string, day: number) => {
    known.set(subject, [...(known.get(subject) ?? []), day])
  }
  const dayFor = (subject: string): number => {
    const earlier = known.get(subject)
    let day = dice.whole(first - 300, last + 150)
    if (dice.chance(0.3)) day = dice.pick(anchors)
    else if (earlier !== undefined && dice.chance(0.6)) day = dice.pick(earlier) + dice.pick(OFFSETS)
    remember(subject, day)
    return day
  }

  const numbered = (count: number, name: (number: number) => string) =>
    Array.from({ length: count }, (_, i) => name(i + 1))
  const cases = numbered(dice.whole(20, 50), (number) => `S-${number}`)
  return {
    dice,
    period,
    from: first,
    to: last,
    cases,
    workers: numbered(3, (number) => `cw-${number}`),
    agencies: numbered(4, (number) => `ngo-${number}`),
    crises: numbered(dice.whole(1, 3), (number) => `crisis-${number}`),
    incidents: numbered(dice.whole(1, 6), (number) => `inc-${number}`),
    matches: numbered(dice.whole(1, 14), (number) => `m-${number}`),
    businesses: numbered(dice.whole(0, 24), (number) => `b-${number}`).map((id) => ({
      id,
      owner: dice.pick(cases),
    })),
    courses: numbered(dice.whole(2, 10), (number) => `course-${number}`),
    posts: numbered(dice.whole(2, 5), (number) => `post-${number}`),
    officers: numbered(dice.whole(3, 16), (number) => `officer-${number}`),
    screenings: numbered(dice.whole(0, 60), (number) => `s-${number}`),
    changes: numbered(dice.whole(0, 9), (number) => `ch-${number}`),
    studies: numbered(2, (number) => `study-${number}`),
    dayFor,
    remember,
    date: dateOfDay,
  }
}
