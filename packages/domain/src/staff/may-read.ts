import { findKind } from '../catalogue/index.ts'
import type { StandingConsent } from '../consent/index.ts'
import {
  type Compartment,
  compartments,
  dayNumberOf,
  getDay,
  type Instant,
  type MemberId,
  type SheetPart,
  type SubjectId,
  type SubjectRef,
} from '../journal/index.ts'
import { type Access, findReach, rolesAt } from './access.ts'
import { roleReads, roleWrites } from './role-kinds.ts'
import { roleTable } from './role-table.ts'
import type { Duty, Role } from './roles.ts'

/** Whether she may read the open part of entries of a kind in a subject's journal. */
export function mayRead(access: Access, kind: string, subject: SubjectRef, at: Instant): boolean {
  return (
    findKind(kind)?.subject === subject.type &&
    rolesAt(access, at).some((role) => roleReads(role, kind) && reaches(access, role, subject, at))
  )
}

/**
 * Whether she may write entries of a kind in a subject's journal. Whoever may open files may open one that is
 * nobody's yet; it is then assigned to her from the instant at which she recorded the opening.
 */
export function mayWrite(access: Access, kind: string, subject: SubjectRef, at: Instant): boolean {
  const declared = findKind(kind)
  return (
    declared?.subject === subject.type &&
    rolesAt(access, at).some(
      (role) => roleWrites(role, kind) && (declared.opens || reaches(access, role, subject, at)),
    )
  )
}

/** Whether she may open the sealed parts of one compartment of a case. */
export function mayOpen(access: Access, compartment: Compartment, caseId: SubjectId, at: Instant): boolean {
  return rolesAt(access, at).some(
    (role) =>
      roleTable[role].opens.includes(compartment) && findReach(access, role, caseId, at) !== undefined,
  )
}

/** Whether she holds a part of a subject's sheet: only who reads all of its kinds folds the same part as the server. */
export function mayHoldPart(access: Access, part: SheetPart, subject: SubjectRef, at: Instant): boolean {
  return part.kinds.every((kind) => mayRead(access, kind, subject, at))
}

/**
 * Compartments of a kind that she may fill but never read: what she writes there she hands over, sealed for those who
 * hold the compartment. A peer mentor's note is so, and a caseworker's note about an incident.
 */
export function handsOver(
  access: Access,
  kind: string,
  subject: SubjectRef,
  at: Instant,
): readonly Compartment[] {
  if (!mayWrite(access, kind, subject, at)) return []
  const filled = new Set(Object.values(findKind(kind)?.sealed ?? {}).map(({ compartment }) => compartment))
  return compartments.filter((one) => filled.has(one) && !mayOpen(access, one, subject.id, at))
}

/** What a mentor's card of a survivor may hold: what she is called, how to reach her safely, when they next meet. */
export const cardFields = ['chosen_name', 'safe_contact', 'next_meeting'] as const

/** Whether a peer mentor may open the card of a survivor: her own pair, who has released it and not taken that back. */
export function mayOpenCard(
  access: Access,
  caseId: SubjectId,
  consents: readonly StandingConsent[],
  at: Instant,
): boolean {
  const today = dayNumberOf(getDay(at.slice(0, 10)))
  const released = consents.some(
    ({ purpose, day, expiresOn }) =>
      purpose === 'peer_mentor' && day <= today && (expiresOn === undefined || today <= expiresOn),
  )
  return released && rolesAt(access, at).some((role) => findReach(access, role, caseId, at) === 'own_pair')
}

/** Whether she may do what one of her roles is charged with. */
export function mayDo(access: Access, duty: Duty, at: Instant): boolean {
  return rolesAt(access, at).some((role) => roleTable[role].duties.includes(duty))
}

/** Nobody gives roles to herself, whatever her own: two people know of every right that anybody has. */
export function mayGiveRoles(access: Access, to: MemberId, at: Instant): boolean {
  return access.member !== to && mayDo(access, 'give_roles', at)
}

function reaches(access: Access, role: Role, subject: SubjectRef, at: Instant): boolean {
  return subject.type !== 'case' || findReach(access, role, subject.id, at) !== undefined
}
