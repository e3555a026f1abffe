import { auditLists } from '@sathi/domain/staff'
import { z } from 'zod'
import type { Route } from '../route/index.ts'
import {
  Bytes32,
  InstantText,
  MemberCard,
  MemberIdText,
  OrganisationIdText,
  PlainName,
  RoleName,
  SealedText,
  Signature,
  ThisDevice,
  UserCode,
} from '../staff/index.ts'
import { KeyWraps, NewCredential, NewKeys } from './credential.ts'
import { SignedIn } from './sign-in-routes.ts'

export const setUpStateRoute = {
  method: 'GET',
  path: '/api/set-up',
  summary: 'Whether an organisation can be set up',
  answer: z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('open'),
      organisation: OrganisationIdText.nullable().meta({
        description: 'The id to take, where records came before people.',
      }),
    }),
    z.strictObject({ state: z.literal('done') }),
  ]),
} as const satisfies Route

export const setUpPeopleRoute = {
  method: 'POST',
  path: '/api/set-up',
  summary: 'Sets up the organisation, its first person and its recovery key at once',
  body: z.strictObject({
    organisation: z.strictObject({ id: OrganisationIdText, name: PlainName }),
    member: z.strictObject({
      id: MemberIdText,
      code: UserCode,
      displayName: PlainName,
      keys: NewKeys,
      card: MemberCard,
      credential: NewCredential,
    }),
    device: ThisDevice,
    recoveryPublicKey: Bytes32,
  }),
  answer: SignedIn,
  status: 201,
} as const satisfies Route

export const invitationRoute = {
  method: 'POST',
  path: '/api/invitations/find',
  summary: 'Whom a link invites; the link is not used up',
  body: z.strictObject({ lookup: Bytes32 }),
  answer: z.strictObject({
    organisation: z.strictObject({ id: OrganisationIdText, name: z.string() }),
    member: z.strictObject({
      id: MemberIdText,
      code: UserCode,
      displayName: z.string(),
      roles: z.array(RoleName).readonly(),
    }),
    keyNumber: z.int(),
    recoveryPublicKey: Bytes32,
  }),
} as const satisfies Route

export const enrolRoute = {
  method: 'POST',
  path: '/api/invitations/use',
  summary: 'Brings the keys that the invited device has made',
  body: z.strictObject({
    lookup: Bytes32,
    keys: NewKeys.extend({ proof: Bytes32 }),
    credential: NewCredential,
    device: ThisDevice,
  }),
  answer: SignedIn,
  status: 201,
} as const satisfies Route

const RecoveryProof = z
  .strictObject({ until: InstantText, answer: Bytes32 })
  .readonly()
  .meta({ description: 'The challenge, opened with the recovery key.' })

export const beginRecoveryRoute = {
  method: 'POST',
  path: '/api/recovery/challenge',
  summary: 'A challenge that only the recovery key opens',
  answer: z.strictObject({
    organisation: OrganisationIdText,
    keyNumber: z.int(),
    until: InstantText,
    sealed: SealedText,
  }),
} as const satisfies Route

export const openRecoveryRoute = {
  method: 'POST',
  path: '/api/recovery/keys',
  summary: "A member's keys as wrapped for recovery",
  body: z.strictObject({
    proof: RecoveryProof,
    code: UserCode,
    way: z.enum(auditLists.recoveryWays.codes),
  }),
  answer: z.strictObject({
    member: z.strictObject({ id: MemberIdText, code: UserCode }),
    version: z.int(),
    keys: z
      .array(
        z.strictObject({
          number: z.int(),
          sealing: Bytes32,
          signing: Bytes32,
          wrappedForRecovery: SealedText,
        }),
      )
      .readonly(),
  }),
} as const satisfies Route

export const finishRecoveryRoute = {
  method: 'POST',
  path: '/api/recovery',
  summary: 'A new passphrase for recovered keys',
  body: z.strictObject({
    proof: RecoveryProof,
    code: UserCode,
    credential: NewCredential,
    wraps: KeyWraps,
    signature: Signature,
    device: ThisDevice,
  }),
  answer: SignedIn,
} as const satisfies Route
