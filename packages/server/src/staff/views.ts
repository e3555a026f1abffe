import type { AssignmentView, BreakGlassView, DeviceView, MemberView } from '@sathi/contract/staff'
import { type Answer, yes } from './answer.ts'
import type { AssignedCase } from './assignment.ts'
import type { OpenedCase } from './break-glass.ts'
import type { Device } from './device.ts'
import { instantOf } from './hold-staff.ts'
import type { Member } from './member.ts'

export function viewMember({ id, code, displayName, roles, state }: Member): MemberView {
  return { id, code, displayName, roles, state }
}

export function viewDevice({ id, memberId, name, state, approvedBy, ...times }: Device): DeviceView {
  const { madeAt, seenAt, leaseUntil } = times
  return {
    id,
    member: memberId,
    name,
    state,
    madeAt: instantOf(madeAt),
    seenAt: instantOf(seenAt),
    leaseUntil: leaseUntil && instantOf(leaseUntil),
    approvedBy,
  }
}

export function viewAssignment({ from, until, ...rest }: AssignedCase): AssignmentView {
  return { ...rest, from: instantOf(from), until: until && instantOf(until) }
}

export function viewOpening({ openedAt, until, seenAt, ...rest }: OpenedCase): BreakGlassView {
  return {
    ...rest,
    openedAt: instantOf(openedAt),
    until: instantOf(until),
    seenAt: seenAt && instantOf(seenAt),
  }
}

/** The answer with its value as it is shown. */
export function shown<Value, View>(answer: Answer<Value>, view: (value: Value) => View): Answer<View> {
  return answer.ok ? yes(view(answer.value)) : answer
}
