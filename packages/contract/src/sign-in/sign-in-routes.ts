import { z } from 'zod'
import type { Route } from '../route/index.ts'
import {
  Bytes32,
  deviceStates,
  MemberIdText,
  memberStates,
  OrganisationIdText,
  RoleName,
  SessionIdText,
  ThisDevice,
  UserCode,
} from '../staff/index.ts'
import { PassphraseSettings } from './credential.ts'

export const factors = ['totp', 'passkey', 'recovery-code'] as const
export type Factor = (typeof factors)[number]

/** Somebody who is signed in: she works when both she and her device are in order. */
export const SignedIn = z
  .strictObject({
    state: z.literal('signed-in'),
    organisation: OrganisationIdText,
    member: MemberIdText,
    memberState: z.enum(memberStates),
    deviceState: z.enum(deviceStates),
  })
  .readonly()
export type SignedIn = z.output<typeof SignedIn>

const SignInAnswer = z.discriminatedUnion('state', [
  SignedIn,
  z.strictObject({ state: z.literal('second-factor'), factors: z.array(z.enum(factors)).readonly() }),
])
export type SignInAnswer = z.output<typeof SignInAnswer>

export const settingsRoute = {
  method: 'POST',
  path: '/api/sign-in/settings',
  summary: 'How to derive from a passphrase; the same for codes that nobody has',
  body: z.strictObject({ code: UserCode }),
  answer: PassphraseSettings,
} as const satisfies Route

export const signInRoute = {
  method: 'POST',
  path: '/api/sign-in',
  summary: 'Signs in with what was derived from the passphrase',
  body: z.strictObject({ code: UserCode, secret: Bytes32, device: ThisDevice }),
  answer: SignInAnswer,
} as const satisfies Route

/** What the browser made; the server's part for passkeys judges it whole. */
export const PasskeyResponse = z.looseObject({ id: z.string().max(2048) })

export const secondFactorRoute = {
  method: 'POST',
  path: '/api/sign-in/second-factor',
  summary: 'Shows the second factor',
  body: z.discriminatedUnion('factor', [
    z.strictObject({ factor: z.literal('totp'), code: z.string().regex(/^\d{6}$/) }),
    z.strictObject({ factor: z.literal('recovery-code'), code: z.string().min(16).max(40) }),
    z.strictObject({ factor: z.literal('passkey'), response: PasskeyResponse }),
  ]),
  answer: SignedIn,
} as const satisfies Route

export const askPasskeyRoute = {
  method: 'POST',
  path: '/api/sign-in/passkey',
  summary: 'What the browser needs to use a passkey as second factor',
  answer: z.strictObject({ options: z.custom<object>() }),
} as const satisfies Route

export const signOutRoute = {
  method: 'POST',
  path: '/api/sign-out',
  summary: 'Ends this session',
  answer: z.strictObject({ state: z.literal('signed-out') }),
} as const satisfies Route

/** Who is signed in, whether or not she may work yet. */
export const meRoute = {
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in',
  answer: z.strictObject({
    organisation: OrganisationIdText,
    member: MemberIdText,
    code: UserCode,
    roles: z.array(RoleName).readonly(),
    memberState: z.enum(memberStates),
    deviceState: z.enum(deviceStates).nullable(),
    session: SessionIdText,
  }),
} as const satisfies Route
export type Me = z.output<(typeof meRoute)['answer']>
