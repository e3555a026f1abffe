import type { Instant, MemberId, SubjectId } from '@sathi/domain'
import type { Access, Role } from '@sathi/domain/staff'
import type { DeviceId } from '../messages/index.ts'

/** A member with her devices, as a schedule begins. */
export type InventedMember = {
  readonly member: MemberId
  readonly author: string
  readonly role: Role
  readonly devices: readonly DeviceId[]
}

function aMember(number: number, author: string, role: Role, devices: readonly string[]): InventedMember {
  const member = `00000000-0000-7000-a000-${String(number).padStart(12, '0')}` as MemberId
  return { member, author, role, devices: devices as readonly DeviceId[] }
}

/** Five people with six devices: two caseworkers, one of them with two devices, and others who see other things. */
export const inventedMembers: readonly InventedMember[] = [
  aMember(1, 'cw-01', 'caseworker', ['phone-1', 'tablet-1']),
  aMember(2, 'cw-02', 'caseworker', ['phone-2']),
  aMember(3, 'co-01', 'counsellor', ['phone-3']),
  aMember(4, 'su-01', 'supervisor', ['laptop-4']),
  aMember(5, 'me-01', 'me_officer', ['laptop-5']),
]

/** Roles that a member may be given in a schedule. */
export const schedulesRoles = [
  'caseworker',
  'counsellor',
  'supervisor',
  'clinical_supervisor',
  'me_officer',
  'peer_mentor',
] as const satisfies readonly Role[]

/** Everything that decides who may do what, with its past. Never changed: each act gives another book. */
export type AccessBook = ReadonlyMap<MemberId, Access>

/** Something that the office's people do about access. A grant with an end is one in need: it ends by itself. */
export type AccessAct =
  | {
      readonly act: 'grant'
      readonly member: MemberId
      readonly case: SubjectId
      readonly from?: Instant
      readonly until?: Instant
    }
  | { readonly act: 'revoke'; readonly member: MemberId; readonly case: SubjectId }
  | { readonly act: 'role'; readonly member: MemberId; readonly role: Role }
  | { readonly act: 'suspend' | 'reinstate'; readonly member: MemberId }

const beginning = '2020-01-01T00:00:00.000Z' as Instant

export function firstBook(members: readonly InventedMember[]): AccessBook {
  return new Map(
    members.map(({ member, role }): [MemberId, Access] => [
      member,
      { member, roles: [{ role, from: beginning }], assignments: [], breakGlass: [], suspended: [] },
    ]),
  )
}

export function accessIn(book: AccessBook, member: MemberId): Access {
  return book.get(member) ?? { member, roles: [], assignments: [], breakGlass: [], suspended: [] }
}

/** The book after an act. */
export function afterAct(book: AccessBook, act: AccessAct, now: Instant): AccessBook {
  const access = accessIn(book, act.member)
  const ended = <Span extends { readonly until?: Instant }>(span: Span): Span =>
    span.until === undefined || span.until > now ? { ...span, until: now } : span
  const changed = ((): Access => {
    switch (act.act) {
      case 'grant': {
        const { case: of, from = now, until } = act
        return until === undefined
          ? { ...access, assignments: [...access.assignments, { case: of, from }] }
          : { ...access, breakGlass: [...access.breakGlass, { case: of, from, until }] }
      }
      case 'revoke':
        return {
          ...access,
          assignments: access.assignments.map((one) => (one.case === act.case ? ended(one) : one)),
          breakGlass: access.breakGlass.map((one) =>
            one.case === act.case && one.until > now ? { ...one, until: now } : one,
          ),
        }
      case 'role':
        return { ...access, roles: [...access.roles.map(ended), { role: act.role, from: now }] }
      case 'suspend':
        return { ...access, suspended: [...access.suspended, { from: now }] }
      case 'reinstate':
        return { ...access, suspended: access.suspended.map(ended) }
    }
  })()
  return new Map(book).set(act.member, changed)
}

/** Whether her access is suspended now. */
export function isSuspended(book: AccessBook, member: MemberId): boolean {
  return accessIn(book, member).suspended.some(({ until }) => until === undefined)
}
