import type { Instant, MemberId, SubjectId, SubjectRef } from '../journal/index.ts'
import type { Access } from './access.ts'
import type { Role } from './roles.ts'

export const aMember = memberNumber(1)

export function memberNumber(number: number): MemberId {
  return `00000000-0000-7000-a000-${String(number).padStart(12, '0')}` as MemberId
}

export function caseNumber(number: number): SubjectId {
  return `00000000-0000-7000-9000-${String(number).padStart(12, '0')}` as SubjectId
}

export function aCase(number: number): SubjectRef {
  return { type: 'case', id: caseNumber(number) }
}

/** An instant of an invented March: day and hour. */
export function anInstant(day: number, hour = 12): Instant {
  return `2024-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant
}

/** A member who has had these roles since the first of March, with whatever the test is about. */
export function anAccess(held: readonly Role[], about: Partial<Access> = {}): Access {
  return {
    member: aMember,
    roles: held.map((role) => ({ role, from: anInstant(1) })),
    assignments: [],
    breakGlass: [],
    suspended: [],
    ...about,
  }
}
