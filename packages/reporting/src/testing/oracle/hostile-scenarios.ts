import type { World } from './hostile-world.ts'
import type { Row } from './row.ts'

/** Puts one fact into the list; columns that are not given are drawn. */
export type Put = (kind: string, subject: string, day: number, cells: Row) => void

/** A handful of facts about one case, arranged so that a definition is decided by a single day or point. */
export const CASE_SCENARIOS: ((world: World, put: Put, caseCode: string) => void)[] = [
  wellbeingPair,
  acceptancePair,
  wayHome,
  tangledEnrolments,
  contactsNinetyDaysApart,
  businessMonths,
  reliefAfterNeed,
  incidentAroundTheEnd,
]

function wellbeingPair({ dice, dayFor }: World, put: Put, caseCode: string): void {
  const [first, change] = [dayFor(caseCode), dice.pick([-11, -10, -10, -9.9, -10.1, 9.9, 10, 10, 10.1, 11])]
  const score = dice.pick([50, 54.1, 64.1])
  const gap = dice.pick([59, 60, 60, 61, 120])
  const who5 = (value: number): Row => ({ instrument: 'who5', score: String(Number(value.toFixed(1))) })
  put('assessment', caseCode, first, who5(score))
  if (dice.chance(0.5)) put('assessment', caseCode, first + 30, who5(90))
  put('assessment', caseCode, first + gap, who5(score + change))
  if (dice.chance(0.3)) put('assessment', caseCode, first, who5(30))
}

function acceptancePair({ dice, dayFor }: World, put: Put, caseCode: string): void {
  const rater = dice.pick(['survivor', 'family', 'community'])
  const [first, gap] = [dayFor(caseCode), dice.pick([59, 60, 60, 61])]
  put('acceptance_measured', caseCode, first, { rater, score: '40' })
  put('acceptance_measured', caseCode, first + gap, { rater, score: dice.pick(['30', '40', '65.5']) })
  const sameRater = dice.chance(0.3) ? rater : 'family'
  put('acceptance_measured', caseCode, first + gap, { rater: sameRater, score: '90' })
}

function wayHome({ dice, from, to }: World, put: Put, caseCode: string): void {
  const home = dice.pick([from, from + 20, to, to - 20, dice.whole(from, to), to + 1, from - 1])
  const reached = { stage: dice.pick(['family_reunion', 'alternative_placement']) }
  const start = home - dice.pick([0, 146, 147, 148, 147, 600, -5])
  const rescued = { stage: 'rescued_or_detained' }
  put('repatriation_stage', caseCode, home, reached)
  if (dice.chance(0.6)) put('repatriation_stage', caseCode, start, rescued)
  if (dice.chance(0.5)) put('repatriation_stage', caseCode, start - 10, { stage: 'sheltered' })
  if (dice.chance(0.2)) put('repatriation_stage', caseCode, home - 300, rescued)
  put('repatriation_stage', caseCode, home - dice.pick([0, 1, 14]), { stage: 'handover' })
}

function tangledEnrolments({ dice, dayFor }: World, put: Put, caseCode: string): void {
  const first = dayFor(caseCode)
  const enrol = (day: number, intensity: string) => put('aftercare_enrolled', caseCode, day, { intensity })
  const end = (day: number) => put('aftercare_ended', caseCode, day, {})
  enrol(first, 'intensive')
  if (dice.chance(0.3)) enrol(first, 'light')
  if (dice.chance(0.3)) end(first)
  if (dice.chance(0.4)) enrol(first + dice.pick([1, 30, 90]), 'light')
  if (dice.chance(0.4)) end(first + dice.pick([1, 40, 100]))
  if (dice.chance(0.5)) enrol(first + dice.pick([2, 60, 100, 101]), 'intensive')
  put('follow_up', caseCode, first + dice.pick([0, 1, 40, 100, 101]), { reached: 'survivor' })
}

function contactsNinetyDaysApart({ dice, dayFor, to }: World, put: Put, caseCode: string): void {
  const start = dice.pick([to - 89, to - 90, to - 180, to - 300, dayFor(caseCode)])
  put('aftercare_enrolled', caseCode, start, { intensity: 'intensive' })
  let day = start
  for (let contact = dice.whole(0, 5); contact > 0; contact--) {
    day += dice.pick([90, 91, 91, 180])
    const reached = dice.pick(['survivor', 'survivor', 'trusted_person', 'rumour'])
    put('follow_up', caseCode, day, { reached })
  }
  if (dice.chance(0.4)) put('aftercare_ended', caseCode, dice.pick([start + 60, to - 1, to, to + 1]), {})
}

function businessMonths({ dice, dayFor, to, date, cases }: World, put: Put, caseCode: string): void {
  const business_id = `${caseCode}-shop`
  const months = dice.whole(1, 5)
  const last = dice.pick([to, to, to + 31, dayFor(caseCode)])
  const started = dice.pick([last - 200, to - 300, to, to + 1])
  put('business_started', caseCode, started, { business_id })
  const money = dice.pick([
    [
      ['1000', '900'],
      ['500', '600'],
      ['700', '700'],
    ],
    [
      ['100.10', '0'],
      ['200.20', '0'],
      ['0', '300.30'],
    ],
    [
      ['0.1', '0'],
      ['0.2', '0'],
      ['0', '0.3'],
    ],
    [
      ['1500', '1000'],
      ['0', '501'],
      ['10', '0'],
    ],
    [
      ['0', '400'],
      ['0', '0'],
      ['0', '1'],
    ],
  ])
  for (let back = 0; back < months; back++) {
    const day = last - 30 * back
    const [sales = '0', costs = '0'] = money[back % 3] ?? []
    const month = { business_id, month: date(day).slice(0, 7) }
    const bookkeeper = dice.chance(0.03) ? dice.pick(cases) : caseCode
    put('business_month', bookkeeper, day + 10, { ...month, sales, costs })
    if (dice.chance(0.25)) {
      const again = day + dice.pick([10, 10, 9, 200])
      put('business_month', caseCode, again, { ...month, sales: '9000', costs: dice.pick(['0', '20000']) })
    }
  }
  if (dice.chance(0.4)) put('business_closed', caseCode, dice.pick([to - 5, to, to + 1]), { business_id })
}

function reliefAfterNeed({ dice, dayFor, crises, from, to }: World, put: Put, caseCode: string): void {
  const crisis_code = dice.pick(crises)
  const delivered = dice.pick([dayFor(caseCode), from, to, dice.whole(from, to)])
  put('relief_delivered', caseCode, delivered, { crisis_code })
  for (const earlier of dice.some([0, 3, -1, 40], 0.5)) {
    put('relief_need', caseCode, delivered - earlier, {
      crisis_code: dice.chance(0.7) ? crisis_code : dice.pick(crises),
    })
  }
  if (dice.chance(0.4)) put('aftercare_enrolled', caseCode, delivered + dice.pick([-30, -1, 0, 1]), {})
  if (dice.chance(0.2)) put('aftercare_ended', caseCode, delivered + dice.pick([-1, 0, 1]), {})
}

function incidentAroundTheEnd({ dice, from, to, cases, incidents }: World, put: Put, caseCode: string): void {
  if (!dice.chance(0.3)) return
  const incident_id = dice.chance(0.5) ? dice.pick(incidents) : `${caseCode}-again`
  const first = dice.pick([from - 1, from, to - 10, to])
  const report = (day: number, status: string) => {
    put('retrafficking_reported', dice.chance(0.8) ? caseCode : dice.pick(cases), day, {
      incident_id,
      status,
    })
  }
  report(first, 'suspected')
  report(dice.pick([first, first + 1, to - 1, to, to + 1]), 'confirmed')
  if (dice.chance(0.3)) report(dice.pick([to, to + 1, to + 2]), 'ruled_out')
}

/** The way of one officer: courses, posts, and screenings on the days around the end of a course. */
export function officerScenario(world: World, put: Put, officer: string): void {
  const { dice, from, to, courses, posts, date } = world
  const officer_code = officer
  const course = dice.pick(courses)
  const ended = dice.pick([from - 1, from, from + 30, to - 1, to, dice.whole(from, to)])
  const audience = dice.pick(['bgb', 'bgb', 'bgb', 'police'])
  if (dice.chance(0.5)) {
    const own = `${course}-${officer}`
    put('course_held', own, ended - 1, { audience, starts_on: date(ended - 1), ends_on: date(ended) })
    const attended = dice.pick(['1', '0.8', '0.8', '0.79'])
    put('course_participant', own, ended, { participant_code: officer, attended })
  }
  if (dice.chance(0.4)) {
    for (const attended of dice.pick([
      ['0.4', '0.4'],
      ['0.8', '0.2'],
      ['0.8', '1'],
    ])) {
      put('course_participant', course, ended, { participant_code: officer, attended })
    }
  }
  for (let spell = dice.whole(0, 3); spell > 0; spell--) {
    const start = dice.pick([from - 40, from, ended - 20, ended, to])
    const spellTo = dice.pick([
      '',
      date(start + 40),
      date(start + 200),
      date(to + 30),
      date(start - 2),
      date(ended),
    ])
    const post = dice.chance(0.05) ? 'post-unregistered' : dice.pick(posts)
    put('post_roster', post, start, { officer_code, from: date(start), to: spellTo })
  }
  for (let screening = dice.whole(0, 4); screening > 0; screening--) {
    const code = `${officer}-s${screening}`
    const day = dice.pick([ended, ended + 1, ended - 1, from, to, dice.whole(from, to)])
    put('screening_done', code, day, { officer_code, agency: 'bgb', result: 'presumed_victim' })
    if (dice.chance(0.1)) put('screening_done', code, day + dice.pick([0, 1, 20]), { agency: 'bgb' })
    for (const later of dice.some([-1, 0, 1, 30, to - day, to + 1 - day], 0.35)) {
      put('screening_referred', code, day + later, {})
    }
    for (const later of dice.some([-2, 5, 5, 40, to - day, to + 1 - day], 0.3)) {
      put('screening_confirmed', code, day + later, {})
    }
  }
}

/** A change whose status and substantiation go back and forth around the end of the period. */
export function changeScenario({ dice, from, to }: World, put: Put, change: string): void {
  const days = [from - 100, from, to - 20, to - 20, to, to + 1]
  for (const day of dice.some(days, 0.5)) put('change_harvested', change, day, {})
  for (const day of dice.some(days, 0.3)) put('change_substantiated', change, day, {})
}
