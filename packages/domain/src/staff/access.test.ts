import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type KindName, kinds, sheetParts } from '../catalogue/index.ts'
import type { StandingConsent } from '../consent/index.ts'
import { compartments, dayNumberOf, getDay, type Instant, type SubjectRef } from '../journal/index.ts'
import type { Access } from './access.ts'
import { aCase, aMember, anAccess, anInstant, caseNumber, memberNumber } from './builders.ts'
import { holdersOf } from './holders-of.ts'
import {
  handsOver,
  mayDo,
  mayGiveRoles,
  mayHoldPart,
  mayOpen,
  mayOpenCard,
  mayRead,
  mayWrite,
} from './may-read.ts'
import { duties, type Role, roles } from './roles.ts'
import { whatWouldSee } from './what-would-see.ts'

const allKinds = Object.keys(kinds) as KindName[]
const now = anInstant(10)

const instant = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom(0, 12))
  .map(([day, hour]) => anInstant(day, hour))
const span = fc.record({ from: instant, until: instant }, { requiredKeys: ['from'] })
const anyCase = fc.integer({ min: 1, max: 3 })
const anyRole = fc.constantFrom(...roles)
const anyAccess: fc.Arbitrary<Access> = fc.record({
  member: fc.integer({ min: 1, max: 4 }).map(memberNumber),
  roles: fc.array(
    fc.tuple(span, anyRole).map(([time, role]) => ({ ...time, role })),
    { maxLength: 4 },
  ),
  assignments: fc.array(
    fc.tuple(span, anyCase, fc.option(anyRole, { nil: undefined })).map(([time, number, as]) => ({
      ...time,
      case: caseNumber(number),
      ...(as === undefined ? {} : { as }),
    })),
    { maxLength: 4 },
  ),
  breakGlass: fc.array(
    fc
      .tuple(instant, instant, anyCase)
      .map(([from, until, number]) => ({ from, until, case: caseNumber(number) })),
    { maxLength: 2 },
  ),
  suspended: fc.array(span, { maxLength: 1 }),
})

/** Everything that somebody may do at an instant, as texts. */
function powers(access: Access, at: Instant): ReadonlySet<string> {
  const found = new Set<string>(duties.filter((duty) => mayDo(access, duty, at)))
  for (const number of [1, 2, 3]) {
    for (const kind of allKinds) {
      const subject: SubjectRef = { type: kinds[kind].subject, id: caseNumber(number) }
      if (mayRead(access, kind, subject, at)) found.add(`reads ${kind} ${number}`)
      if (mayWrite(access, kind, subject, at)) found.add(`writes ${kind} ${number}`)
    }
    for (const one of compartments) {
      if (mayOpen(access, one, caseNumber(number), at)) found.add(`opens ${one} ${number}`)
    }
    if (mayOpenCard(access, caseNumber(number), [released], at)) found.add(`card ${number}`)
  }
  return found
}

const released = { purpose: 'peer_mentor', day: dayNumberOf(getDay('2024-01-01')) } as StandingConsent

function assigned(number: number, as?: Role): Partial<Access> {
  return {
    assignments: [
      {
        case: caseNumber(number),
        from: anInstant(5),
        until: anInstant(20),
        ...(as === undefined ? {} : { as }),
      },
    ],
  }
}

test('PEO-8 several roles give what each of them gives, and nothing more', () => {
  fc.assert(
    fc.property(anyAccess, instant, (access, at) => {
      const apart = access.roles.map((role) => powers({ ...access, roles: [role] }, at))
      expect(powers(access, at)).toEqual(new Set(apart.flatMap((some) => [...some])))
    }),
  )
})

test('PEO-9 a further assignment, role or case opened in need takes nothing away', () => {
  fc.assert(
    fc.property(anyAccess, anyAccess, instant, (access, more, at) => {
      const grown = {
        ...access,
        roles: [...access.roles, ...more.roles],
        assignments: [...access.assignments, ...more.assignments],
        breakGlass: [...access.breakGlass, ...more.breakGlass],
      }
      const after = powers(grown, at)
      expect([...powers(access, at)].filter((power) => !after.has(power))).toEqual([])
    }),
  )
})

test('PEO-10 who is suspended reads, writes, opens and does nothing, and everything again when that ends', () => {
  fc.assert(
    fc.property(anyAccess, instant, (access, at) => {
      expect(powers({ ...access, suspended: [{ from: at }] }, at).size).toBe(0)
      const over = { from: anInstant(1, 0), until: at }
      expect(powers({ ...access, suspended: [over] }, at)).toEqual(powers({ ...access, suspended: [] }, at))
    }),
  )
})

test('PEO-11 an assignment holds from its beginning until its end, in the role it was made for', () => {
  const access = anAccess(['caseworker', 'counsellor'], assigned(1, 'caseworker'))
  const reads = (at: Instant) => mayRead(access, 'follow_up', aCase(1), at)
  expect([anInstant(4), anInstant(5), anInstant(19), anInstant(20)].map(reads)).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(mayRead(access, 'follow_up', aCase(2), now)).toBe(false)
  expect(mayOpen(access, 'casework', caseNumber(1), now)).toBe(true)
  expect(mayOpen(access, 'counselling', caseNumber(1), now)).toBe(false)
  expect(mayOpen({ ...access, ...assigned(1) }, 'counselling', caseNumber(1), now)).toBe(true)
})

test('PEO-11 a kind is read in journals of its own subjects only', () => {
  const access = anAccess(['training_officer'])
  expect(mayRead(access, 'course_held', { type: 'course', id: caseNumber(9) }, now)).toBe(true)
  expect(mayRead(access, 'course_held', aCase(1), now)).toBe(false)
  expect(mayRead(access, 'no_such_kind', aCase(1), now)).toBe(false)
})

test('PEO-12 who may open files opens one that is nobody’s yet', () => {
  const caseworker = anAccess(['caseworker'])
  expect(mayWrite(caseworker, 'case_opened', aCase(7), now)).toBe(true)
  expect(mayWrite(caseworker, 'follow_up', aCase(7), now)).toBe(false)
  expect(mayWrite(anAccess(['counsellor']), 'case_opened', aCase(7), now)).toBe(false)
})

test('PEO-12 what she may write but not open she hands over', () => {
  const caseworker = anAccess(['caseworker'], assigned(1))
  expect(handsOver(caseworker, 'retrafficking_reported', aCase(1), now)).toEqual(['legal'])
  expect(handsOver(caseworker, 'follow_up', aCase(1), now)).toEqual([])
  const mentor = anAccess(['peer_mentor'], assigned(1, 'peer_mentor'))
  expect(handsOver(mentor, 'mentoring_contact', aCase(1), now)).toEqual(['casework'])
  expect(handsOver(mentor, 'mentoring_contact', aCase(2), now)).toEqual([])
})

test('PEO-13 a peer mentor opens the card of her own pair while the survivor’s consent stands', () => {
  const mentor = anAccess(['peer_mentor'], assigned(1, 'peer_mentor'))
  expect(mayOpenCard(mentor, caseNumber(1), [released], now)).toBe(true)
  expect(mayOpenCard(mentor, caseNumber(1), [], now)).toBe(false)
  expect(mayOpenCard(mentor, caseNumber(1), [{ ...released, purpose: 'services' }], now)).toBe(false)
  const until = (day: string) => [{ ...released, expiresOn: dayNumberOf(getDay(day)) }]
  expect(mayOpenCard(mentor, caseNumber(1), until('2024-03-10'), now)).toBe(true)
  expect(mayOpenCard(mentor, caseNumber(1), until('2024-03-09'), now)).toBe(false)
  expect(mayOpenCard(mentor, caseNumber(2), [released], now)).toBe(false)
  expect(mayOpenCard(mentor, caseNumber(1), [released], anInstant(20))).toBe(false)
  expect(mayOpenCard({ ...mentor, ...assigned(1) }, caseNumber(1), [released], now)).toBe(false)
  expect([...powers(mentor, now)].sort()).toEqual(['card 1', 'writes mentoring_contact 1'])
})

test('PEO-15 wraps are held by all who may open, and in reserve by those who may break the glass', () => {
  const everyone = [
    { ...anAccess(['caseworker'], assigned(1)), member: memberNumber(1) },
    { ...anAccess(['supervisor']), member: memberNumber(2) },
    { ...anAccess(['director', 'me_officer', 'data_protection_lead']), member: memberNumber(3) },
    { ...anAccess(['clinical_supervisor']), member: memberNumber(4) },
    { ...anAccess(['supervisor'], { suspended: [{ from: anInstant(2) }] }), member: memberNumber(5) },
  ]
  expect(holdersOf(everyone, caseNumber(1), 'casework', now)).toEqual([
    { member: memberNumber(1), held: 'in_hand' },
    { member: memberNumber(2), held: 'in_reserve' },
  ])
  expect(holdersOf(everyone, caseNumber(1), 'counselling', now)).toEqual([
    { member: memberNumber(4), held: 'in_reserve' },
  ])
})

test('PEO-15 whoever may open a compartment holds its key in hand, and nobody else does', () => {
  fc.assert(
    fc.property(
      fc.array(anyAccess, { maxLength: 4 }),
      anyCase,
      fc.constantFrom(...compartments),
      instant,
      (everyone, number, one, at) => {
        const inHand = holdersOf(everyone, caseNumber(number), one, at).filter(
          ({ held }) => held === 'in_hand',
        )
        const opening = everyone.filter((access) => mayOpen(access, one, caseNumber(number), at))
        expect(inHand.map(({ member }) => member)).toEqual(opening.map(({ member }) => member))
      },
    ),
  )
})

test('PEO-16 nobody gives roles to herself', () => {
  const director = anAccess(['director', 'data_protection_lead'])
  expect(mayGiveRoles(director, memberNumber(2), now)).toBe(true)
  expect(mayGiveRoles(director, aMember, now)).toBe(false)
  expect(mayGiveRoles(anAccess(['supervisor']), memberNumber(2), now)).toBe(false)
})

test('PEO-17 a part of a sheet is held by who reads all of its kinds', () => {
  const caseworker = anAccess(['caseworker'], assigned(1))
  expect(mayHoldPart(caseworker, sheetParts.aftercare, aCase(1), now)).toBe(true)
  // She reads the quotes of that part and not the feedback.
  expect(mayHoldPart(caseworker, sheetParts.evaluation, aCase(1), now)).toBe(false)
  expect(mayHoldPart(caseworker, sheetParts.aftercare, aCase(2), now)).toBe(false)
})

test('PEO-18 what she would see is what the rules let her see', () => {
  fc.assert(
    fc.property(anyAccess, instant, (access, at) => {
      const sight = whatWouldSee(access, at)
      const said = new Set<string>(sight.duties)
      for (const number of [1, 2, 3]) {
        for (const kind of sight.everyCase) said.add(`reads ${kind} ${number}`)
        for (const kind of sight.elsewhere) said.add(`reads ${kind} ${number}`)
        const own = sight.cases.find((one) => one.case === caseNumber(number))
        for (const kind of own?.reads ?? []) said.add(`reads ${kind} ${number}`)
        for (const kind of own?.writes ?? []) said.add(`writes ${kind} ${number}`)
        for (const one of own?.opens ?? []) said.add(`opens ${one} ${number}`)
        if (own?.card === 'if_released') said.add(`card ${number}`)
      }
      const can = [...powers(access, at)].filter(
        (power) =>
          power.startsWith('reads') ||
          power.startsWith('opens') ||
          power.startsWith('card') ||
          !power.includes(' '),
      )
      expect(can.filter((power) => !said.has(power))).toEqual([])
      expect([...said].filter((power) => !powers(access, at).has(power))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('PEO-18 it says why a case is hers', () => {
  const access = anAccess(['supervisor'], {
    ...assigned(1),
    breakGlass: [{ case: caseNumber(2), from: now, until: anInstant(11) }],
  })
  const sight = whatWouldSee(access, now)
  expect(sight.cases.map(({ case: id, because }) => [id, because])).toEqual([
    [caseNumber(1), ['assigned']],
    [caseNumber(2), ['break_glass']],
  ])
  expect(whatWouldSee({ ...access, suspended: [{ from: now }] }, now)).toMatchObject({
    state: 'without_access',
    cases: [],
    everyCase: [],
    elsewhere: [],
  })
})
