import { auditLists } from '@sathi/domain/staff'
import { z } from 'zod'
import type { Route } from '../route/index.ts'
import { Bytes32, MemberIdText, PlainName, RoleName, RoleNames, UserCode } from './identifiers.ts'
import { MemberCard } from './member-card.ts'

export const memberStates = ['invited', 'enrolled', 'active', 'suspended'] as const

/** A member as the list of people shows her. */
export const MemberView = z
  .strictObject({
    id: MemberIdText,
    code: UserCode,
    displayName: z.string(),
    roles: z.array(RoleName).readonly(),
    state: z.enum(memberStates),
  })
  .readonly()
export type MemberView = z.output<typeof MemberView>

/** The inviter's device makes the link; of it the server gets only what the link can be found by. */
const NewInvitation = z.strictObject({ lookup: Bytes32, hours: z.int().min(1).max(168) }).readonly()

const ofMember = z.object({ id: MemberIdText })

export const membersRoute = {
  method: 'GET',
  path: '/api/members',
  summary: 'Everybody who works here',
  answer: z.strictObject({ members: z.array(MemberView).readonly() }),
} as const satisfies Route

export const cardsRoute = {
  method: 'GET',
  path: '/api/members/cards',
  summary: 'The signed cards of all keys, past and present',
  answer: z.strictObject({ cards: z.array(MemberCard).readonly() }),
} as const satisfies Route

export const inviteRoute = {
  method: 'POST',
  path: '/api/members',
  summary: 'Invites a member',
  body: z.strictObject({
    id: MemberIdText,
    code: UserCode,
    displayName: PlainName,
    roles: RoleNames,
    invitation: NewInvitation,
  }),
  answer: MemberView,
  status: 201,
} as const satisfies Route

export const inviteAgainRoute = {
  method: 'PUT',
  path: '/api/members/:id/invitation',
  summary: 'Makes a new invitation for somebody who has not used hers',
  params: ofMember,
  body: NewInvitation,
  answer: MemberView,
} as const satisfies Route

/** The keys that an invited device has made, with its proof, for the approver's device to check. */
export const KeysToApprove = z.strictObject({
  member: MemberView,
  keyNumber: z.int(),
  sealing: Bytes32,
  signing: Bytes32,
  proof: Bytes32,
})
export type KeysToApprove = z.output<typeof KeysToApprove>

export const keysToApproveRoute = {
  method: 'GET',
  path: '/api/members/:id/keys',
  summary: 'Keys that wait for somebody to vouch for them',
  params: ofMember,
  answer: KeysToApprove,
} as const satisfies Route

export const approveMemberRoute = {
  method: 'PUT',
  path: '/api/members/:id/card',
  summary: "Vouches for a member's keys",
  params: ofMember,
  body: MemberCard,
  answer: MemberView,
} as const satisfies Route

export const giveRolesRoute = {
  method: 'PUT',
  path: '/api/members/:id/roles',
  summary: 'Gives a member these roles and no others',
  params: ofMember,
  body: z.strictObject({ roles: RoleNames }),
  answer: MemberView,
} as const satisfies Route

export const suspendRoute = {
  method: 'POST',
  path: '/api/members/:id/suspension',
  summary: 'Shuts a member out at once',
  params: ofMember,
  body: z.strictObject({ reason: z.enum(auditLists.suspensionReasons.codes) }),
  answer: MemberView,
} as const satisfies Route

export const restoreRoute = {
  method: 'POST',
  path: '/api/members/:id/suspension/end',
  summary: 'Lets a suspended member back in',
  params: ofMember,
  answer: MemberView,
} as const satisfies Route
