import type { Role } from '@sathi/domain/staff'
import fc from 'fast-check'
import { schedulesRoles } from './invented-people.ts'

/**
 * One thing that happens. Numbers choose among what there is when it happens, so that any schedule can be run and a
 * failing one can be made smaller.
 */
export type Happening =
  | { readonly what: 'open-case'; readonly device: number; readonly code: number; readonly sealed: boolean }
  | {
      readonly what: 'write'
      readonly device: number
      readonly subject: number
      readonly kind: number
      readonly sealed: boolean
      readonly newKey: boolean
      readonly file: boolean
      readonly day: number
    }
  | { readonly what: 'amend'; readonly device: number; readonly entry: number; readonly day: number }
  | { readonly what: 'settle'; readonly device: number; readonly entry: number }
  | { readonly what: 'retract'; readonly device: number; readonly entry: number }
  | { readonly what: 'register-agency'; readonly device: number; readonly code: number }
  | { readonly what: 'read' | 'round' | 'answer-refused'; readonly device: number }
  /** A round that is cut off after so many steps. */
  | { readonly what: 'crash'; readonly device: number; readonly after: number }
  | { readonly what: 'tide'; readonly steps: number }
  | { readonly what: 'weather'; readonly lost: number; readonly repeated: number }
  | { readonly what: 'grant'; readonly member: number; readonly subject: number; readonly hours: number }
  | { readonly what: 'revoke'; readonly member: number; readonly subject: number }
  | { readonly what: 'role'; readonly member: number; readonly role: Role }
  | { readonly what: 'suspend' | 'reinstate'; readonly member: number }
  | { readonly what: 'app'; readonly device: number; readonly isOld: boolean }
  | { readonly what: 'clock'; readonly device: number; readonly hours: number }
  | { readonly what: 'pass'; readonly hours: number }
  | { readonly what: 'crash-office' | 'back-up' | 'restore' }
  /** Everybody is in touch until nothing is on its way. */
  | { readonly what: 'calm' }
  | { readonly what: 'wipe'; readonly device: number }
  | {
      readonly what: 'tamper'
      readonly device: number
      readonly how: 'other-bytes' | 'bad-signature' | 'not-hers' | 'long-ago' | 'no-key'
      readonly entry: number
    }

/**
 * What happens, one after the other, and the seed of everything that is drawn by lot in between. `shared`: two cases are
 * there already, and some of the members work on them together.
 */
export type Schedule = {
  readonly seed: number
  readonly shared: boolean
  readonly happenings: readonly Happening[]
}

/** How a shared schedule begins: everybody is in touch before anything else happens. */
export const sharedBeginning: readonly Happening[] = [
  { what: 'open-case', device: 0, code: 7, sealed: true },
  { what: 'open-case', device: 2, code: 8, sealed: true },
  { what: 'calm' },
  { what: 'grant', member: 1, subject: 0, hours: 0 },
  { what: 'grant', member: 2, subject: 0, hours: 0 },
  { what: 'grant', member: 0, subject: 1, hours: 0 },
  { what: 'grant', member: 3, subject: 1, hours: 0 },
  { what: 'calm' },
]

const device = fc.nat(5)
const member = fc.nat(4)
const any = fc.nat(30)
const day = fc.nat(3)

function happening<What extends Happening['what']>(
  what: What,
  parts: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<Happening> {
  return fc.record({ what: fc.constant(what), ...parts }) as unknown as fc.Arbitrary<Happening>
}

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: happening('open-case', { device, code: fc.nat(2), sealed: fc.boolean() }) },
  {
    weight: 16,
    arbitrary: happening('write', {
      device,
      subject: any,
      kind: any,
      sealed: fc.boolean(),
      newKey: fc.nat(5).map((one) => one === 0),
      file: fc.nat(3).map((one) => one === 0),
      day,
    }),
  },
  { weight: 14, arbitrary: happening('amend', { device, entry: any, day }) },
  { weight: 3, arbitrary: happening('settle', { device, entry: any }) },
  { weight: 3, arbitrary: happening('retract', { device, entry: any }) },
  { weight: 1, arbitrary: happening('register-agency', { device, code: fc.nat(1) }) },
  { weight: 1, arbitrary: happening('read', { device }) },
  { weight: 18, arbitrary: happening('round', { device }) },
  { weight: 14, arbitrary: happening('tide', { steps: fc.integer({ min: 1, max: 150 }) }) },
  { weight: 6, arbitrary: happening('crash', { device, after: fc.nat(60) }) },
  { weight: 2, arbitrary: happening('crash-office', {}) },
  { weight: 3, arbitrary: happening('weather', { lost: fc.nat(40), repeated: fc.nat(40) }) },
  { weight: 5, arbitrary: happening('grant', { member, subject: any, hours: fc.constantFrom(0, 0, 0, 5) }) },
  { weight: 5, arbitrary: happening('revoke', { member, subject: any }) },
  { weight: 2, arbitrary: happening('role', { member, role: fc.constantFrom(...schedulesRoles) }) },
  { weight: 1, arbitrary: happening('calm', {}) },
  { weight: 1, arbitrary: happening('suspend', { member }) },
  { weight: 2, arbitrary: happening('reinstate', { member }) },
  { weight: 2, arbitrary: happening('app', { device, isOld: fc.boolean() }) },
  { weight: 1, arbitrary: happening('clock', { device, hours: fc.constantFrom(-200, -3, 0, 1, 90) }) },
  { weight: 2, arbitrary: happening('pass', { hours: fc.constantFrom(1, 6, 48) }) },
  { weight: 2, arbitrary: happening('back-up', {}) },
  { weight: 2, arbitrary: happening('restore', {}) },
  { weight: 3, arbitrary: happening('answer-refused', { device }) },
  { weight: 1, arbitrary: happening('wipe', { device: fc.constantFrom(1, 2, 4) }) },
  {
    weight: 3,
    arbitrary: happening('tamper', {
      device,
      how: fc.constantFrom('other-bytes', 'bad-signature', 'not-hers', 'long-ago', 'no-key'),
      entry: any,
    }),
  },
)

/** Any schedule of six devices: work, access, faults of every kind, in any order. */
export const anySchedule: fc.Arbitrary<Schedule> = fc.record({
  seed: fc.nat(),
  shared: fc.nat(4).map((one) => one > 0),
  happenings: fc.array(anyHappening, { minLength: 15, maxLength: 80, size: 'max' }),
})
