import { type KindName, kinds, type RoomName, roomNames, roomOfKind } from '@sathi/domain/catalogue'
import type { AnyKind, Instant, SubjectRef } from '@sathi/domain/journal'
import { type Access, mayWrite, type Role, rolesAt } from '@sathi/domain/staff'

/** What somebody in a role writes nearly every time. */
const usualOfRole: Partial<Record<Role, readonly KindName[]>> = {
  caseworker: ['follow_up', 'service_given', 'risk_raised', 'plan_goal'],
  counsellor: ['counselling_session', 'assessment', 'risk_raised'],
  health_worker: ['health_visit', 'service_given'],
  legal_officer: ['document_registered', 'service_given'],
  livelihoods_officer: ['business_month', 'service_given'],
  repatriation_officer: ['repatriation_stage', 'repatriation_chased', 'document_registered', 'address_clue'],
  peer_mentor: ['mentoring_contact'],
  supervisor: ['follow_up', 'risk_raised', 'repatriation_stage'],
  clinical_supervisor: ['counselling_session', 'assessment'],
} as const

const usualOfAnybody: readonly KindName[] = ['follow_up', 'service_given', 'risk_raised']

export type KindsToWrite = {
  readonly usual: readonly AnyKind[]
  readonly rooms: readonly { readonly room: RoomName; readonly kinds: readonly AnyKind[] }[]
}

/** The kinds that a member may add to a subject's journal, the usual ones of her roles first, the others by room. */
export function kindsToWrite(access: Access | undefined, subject: SubjectRef, at: Instant): KindsToWrite {
  const writable = Object.values<AnyKind>(kinds).filter(
    (kind) =>
      kind.subject === subject.type &&
      !kind.opens &&
      (access === undefined || mayWrite(access, kind.name, subject, at)),
  )
  const roles = access === undefined ? [] : rolesAt(access, at)
  const names = new Set(roles.flatMap((role) => usualOfRole[role] ?? []))
  if (names.size === 0) for (const name of usualOfAnybody) names.add(name)
  const usual = [...names].flatMap((name) => writable.find((kind) => kind.name === name) ?? [])
  const rooms = roomNames
    .map((room) => ({ room, kinds: writable.filter((kind) => roomOfKind(kind.name) === room) }))
    .filter((one) => one.kinds.length > 0)
  return { usual, rooms }
}
