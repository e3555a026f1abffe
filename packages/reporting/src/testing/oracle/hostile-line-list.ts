import { type Dice, diceOf } from './dice.ts'
import { CASE_CELLS } from './hostile-case-cells.ts'
import { type Draft, giveHistory } from './hostile-history.ts'
import { OTHER_CELLS } from './hostile-other-cells.ts'
import { CASE_SCENARIOS, changeScenario, officerScenario, type Put } from './hostile-scenarios.ts'
import { drawWorld, type World } from './hostile-world.ts'
import { COLUMNS, DATE_COLUMNS, subjectColumn } from './line-list-columns.ts'
import type { Row, Span, Tables } from './row.ts'

/** A valid line list full of traps, the period to ask about, and every column that each file may have. */
export type HostileLineList = { tables: Tables; period: Span; columnsByKind: Record<string, string[]> }

/** How many rows of a kind an average case has: one of these for the whole list, so that kinds are missing too. */
const DENSITY: Record<string, number[]> = {
  repatriation_stage: [0, 1, 3],
  aftercare_enrolled: [0, 0.5, 1],
  aftercare_ended: [0, 0.3, 0.8],
  assessment: [0, 0.5, 2],
  follow_up: [0, 1, 3],
  graduation_decided: [0, 0.2, 0.8],
  retrafficking_reported: [0, 0, 0.2],
  business_started: [0, 0.2, 0.4],
  business_month: [0, 0.5, 1],
  business_closed: [0, 0.1],
  mentoring_contact: [0, 0.3, 0.8],
  relief_need: [0, 0.3, 1],
  relief_delivered: [0, 0.3, 1],
  acceptance_measured: [0, 0.5, 2],
  feedback_given: [0, 0.3, 0.8],
}
const RARE = [0, 0.1, 0.3]

/**
 * A small valid line list with the traps that the dictionary and the definitions of the indicators settle.
 * The same seed always gives the same list; another seed, another list.
 */
export function hostileLineList(seed: number): HostileLineList {
  const dice = diceOf(seed)
  const world = drawWorld(dice)
  const redraw = (kind: string, subject: string, day = world.dayFor(subject), cells: Row = {}): Draft => {
    const drawn = CASE_CELLS[kind] ?? OTHER_CELLS[kind]
    if (drawn === undefined) throw new Error(`no cells for ${kind}`)
    const own = { [subjectColumn(kind)]: subject, occurred_on: world.date(day) }
    return { kind, subject, cells: { ...drawn(world, day, subject), ...cells, ...own } }
  }
  const facts: Draft[] = []
  const put: Put = (kind, subject, day, cells) => {
    world.remember(subject, day)
    facts.push(redraw(kind, subject, day, cells))
  }
  const putAny = (kind: string, subject: string) => put(kind, subject, world.dayFor(subject), {})
  putCases(world, put, putAny)
  putOthers(world, put, putAny)

  if (dice.chance(0.08)) makeAllLight(facts)
  const drafts = giveHistory(facts, dice, redraw, (fact) => fact.kind === 'case_opened')
  const partial = dice.pick([0.02, 0.04, 0.1])
  for (const draft of drafts) makeDatesPartial(draft.cells, dice, partial)
  return { tables: tablesOf(drafts, dice), period: world.period, columnsByKind: COLUMNS }
}

function putCases(world: World, put: Put, putAny: (kind: string, subject: string) => void): void {
  const { dice, cases } = world
  const scenarios = CASE_SCENARIOS.map((scenario) => ({ scenario, share: dice.pick([0, 0.3, 0.5]) }))
  const densities = Object.keys(CASE_CELLS)
    .filter((kind) => kind !== 'case_opened')
    .map((kind) => ({ kind, density: dice.pick(DENSITY[kind] ?? RARE) }))
  for (const caseCode of cases) {
    putAny('case_opened', caseCode)
    for (const { scenario, share } of scenarios) {
      if (dice.chance(share)) scenario(world, put, caseCode)
    }
    for (const { kind, density } of densities) {
      const atMost = Math.floor(2 * density)
      const count = dice.whole(0, atMost) + (dice.chance((2 * density - atMost) / 2) ? 1 : 0)
      for (let row = 0; row < count; row++) putAny(kind, caseCode)
    }
  }
}

function putOthers(world: World, put: Put, putAny: (kind: string, subject: string) => void): void {
  const { dice } = world
  const several = (kind: string, subjects: string[], atMost: number) => {
    for (let row = dice.whole(0, atMost); row > 0 && subjects.length > 0; row--)
      putAny(kind, dice.pick(subjects))
  }
  const once = (kind: string, subjects: string[], share = 1) => {
    for (const subject of dice.some(subjects, share)) putAny(kind, subject)
  }
  once('course_held', world.courses, 0.9)
  once('post_registered', world.posts, 0.8)
  once('screening_done', world.screenings)
  once('agency_registered', world.agencies, 0.5)
  once('crisis_declared', world.crises, 0.8)
  once('study_opened', world.studies, 0.8)
  several('course_participant', world.courses, 120)
  several('post_roster', world.posts, 40)
  several('screening_referred', world.screenings, 60)
  several('screening_confirmed', world.screenings, 60)
  several('engagement_held', world.agencies, 4)
  several('study_interview', world.studies, 25)
  several('change_harvested', world.changes, 6)
  for (const change of world.changes) changeScenario(world, put, change)
  const busy = dice.pick([0, 0.5, 1])
  for (const officer of dice.some(world.officers, busy)) officerScenario(world, put, officer)
}

/** A programme that stood by nobody intensively: every figure that rests on A1 has nobody to count. */
function makeAllLight(facts: Draft[]): void {
  for (const { kind, cells } of facts) if (kind === 'aftercare_enrolled') cells.intensity = 'light'
}

/** Leaves the day, or day and month, off some dates: "sometime in March" is how people remember. */
function makeDatesPartial(cells: Row, dice: Dice, share: number): void {
  for (const column of DATE_COLUMNS) {
    const date = cells[column] ?? ''
    if (date.length === 10 && dice.chance(share)) cells[column] = date.slice(0, dice.chance(0.7) ? 7 : 4)
  }
}

/** Numbers the rows, mostly in their order, and lays them out by kind in any order. */
function tablesOf(drafts: Draft[], dice: Dice): Tables {
  const tables: Tables = {}
  for (const [kind, ofKind] of Map.groupBy(dice.shuffled(drafts), (draft) => draft.kind)) {
    const name = dice.pick<(number: number) => string>([
      (number) => `${initials(kind)}-${number}`,
      (number) => `${initials(kind)}-${String(number).padStart(5, '0')}`,
      (number) => String(number),
      (number) => `${dice.pick(['a', 'B', 'b', 'Z', '_'])}${number}`,
    ])
    const ids = new Map(ofKind.map((draft, i) => [draft, name(i + 1)]))
    const idOf = (draft: Draft | undefined) => (draft === undefined ? '' : (ids.get(draft) ?? ''))
    const rows = ofKind.map((draft) => {
      const cells: Row = {
        row_id: idOf(draft),
        ...draft.cells,
        amends: idOf(draft.amends),
        retracts: idOf(draft.retracts),
      }
      return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ''))
    })
    tables[kind] = dice.shuffled(rows)
  }
  return Object.fromEntries(dice.shuffled(Object.entries(tables)))
}

function initials(kind: string): string {
  return kind
    .split('_')
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}
