import type { Instant, MemberId, SubjectId } from '../journal/index.ts'
import { hoursAfter } from './hours-after.ts'
import { roleTable } from './role-table.ts'
import { type Role, roles } from './roles.ts'

/** A time from an instant on, `until` excluded; without end while it lasts. */
export type Span = { readonly from: Instant; readonly until?: Instant }

export type RoleSpan = Span & { readonly role: Role }

/** A case that is hers for a time; `as` one of her roles when it is hers in that role alone. A pair is `as` peer mentor. */
export type Assignment = Span & { readonly case: SubjectId; readonly as?: Role }

/** A case that was opened in need, with a reason, for some hours. */
export type BreakGlass = { readonly case: SubjectId; readonly from: Instant; readonly until: Instant }

/**
 * All that decides what a member may see and do. Past times stay in it: what she wrote while she had access is judged by
 * them when it arrives late.
 */
export type Access = {
  readonly member: MemberId
  readonly roles: readonly RoleSpan[]
  readonly assignments: readonly Assignment[]
  readonly breakGlass: readonly BreakGlass[]
  readonly suspended: readonly Span[]
}

/** The most hours for which a case may be opened by break-glass. */
export const longestBreakGlass = 24

export function isActive(span: Span, at: Instant): boolean {
  return span.from <= at && (span.until === undefined || at < span.until)
}

/** Her roles at an instant, in the order of the table; none while she is suspended. */
export function rolesAt(access: Access, at: Instant): readonly Role[] {
  if (access.suspended.some((span) => isActive(span, at))) return []
  const held = new Set(access.roles.filter((span) => isActive(span, at)).map(({ role }) => role))
  return roles.filter((role) => held.has(role))
}

/** Why she reaches a case in a role: it is assigned to her, her pair, opened in need, or every case is open in codes. */
export type ReachReason = 'assigned' | 'own_pair' | 'break_glass' | 'every_case'

/** Why a role that she has reaches a case at an instant; undefined when it does not. */
export function findReach(
  access: Access,
  role: Role,
  caseId: SubjectId,
  at: Instant,
): ReachReason | undefined {
  const { reach, duties } = roleTable[role]
  if (reach === 'none') return undefined
  if (reach === 'every_case_coded') return 'every_case'
  const assigned = access.assignments.filter((own) => own.case === caseId && isActive(own, at))
  // A pair is made with her consent for this mentor, so no other assignment stands in for it.
  if (reach === 'own_pairs') return assigned.some(({ as }) => as === role) ? 'own_pair' : undefined
  if (assigned.some(({ as }) => as === undefined || as === role)) return 'assigned'
  const opened = access.breakGlass.some((glass) => glass.case === caseId && isOpen(glass, at))
  return opened && duties.includes('break_glass') ? 'break_glass' : undefined
}

/** Break-glass ends by itself, whatever a record says. */
function isOpen(glass: BreakGlass, at: Instant): boolean {
  return isActive(glass, at) && at < hoursAfter(glass.from, longestBreakGlass)
}
