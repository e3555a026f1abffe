import { z } from 'zod'
import type { Route } from '../route/index.ts'
import { Bytes32, DeviceIdText, InstantText, PlainName, SealedText, SessionIdText } from '../staff/index.ts'
import { KeyWraps, NewCredential } from './credential.ts'
import { factors, PasskeyResponse } from './sign-in-routes.ts'

const OwnKeys = z.strictObject({
  keys: z
    .array(
      z.strictObject({
        number: z.int(),
        sealing: Bytes32,
        signing: Bytes32,
        wrappedByPassphrase: SealedText,
      }),
    )
    .readonly(),
})
export type OwnKeys = z.output<typeof OwnKeys>

export const ownKeysRoute = {
  method: 'GET',
  path: '/api/me/keys',
  summary: "A member's own keys under her passphrase; for approved devices only",
  answer: OwnKeys,
} as const satisfies Route

export const changePassphraseRoute = {
  method: 'PUT',
  path: '/api/me/passphrase',
  summary: 'Another passphrase; all other sessions end',
  body: z.strictObject({ secret: Bytes32, credential: NewCredential, wraps: KeyWraps }),
  answer: z.strictObject({ state: z.literal('changed') }),
} as const satisfies Route

const SessionView = z
  .strictObject({
    id: SessionIdText,
    device: DeviceIdText,
    factor: z.enum(factors).nullable(),
    beganAt: InstantText,
    seenAt: InstantText,
    thisOne: z.boolean(),
  })
  .readonly()
export type SessionView = z.output<typeof SessionView>

export const ownSessionsRoute = {
  method: 'GET',
  path: '/api/me/sessions',
  summary: 'Where she is signed in',
  answer: z.strictObject({ sessions: z.array(SessionView).readonly() }),
} as const satisfies Route

export const endSessionRoute = {
  method: 'POST',
  path: '/api/me/sessions/:id/end',
  summary: 'Ends one of her sessions',
  params: z.object({ id: SessionIdText }),
  answer: z.strictObject({ state: z.literal('ended') }),
} as const satisfies Route

const PasskeyView = z.strictObject({
  id: z.string(),
  name: z.string(),
  madeAt: InstantText,
  usedAt: InstantText.nullable(),
})

export const ownFactorsRoute = {
  method: 'GET',
  path: '/api/me/factors',
  summary: 'Her second factors',
  answer: z.strictObject({
    factors: z.array(z.enum(factors)).readonly(),
    passkeys: z.array(PasskeyView).readonly(),
    recoveryCodes: z.int().meta({ description: 'How many are left.' }),
  }),
} as const satisfies Route

/** Her passphrase is asked again: a session may be in other hands. */
const WithSecret = z.strictObject({ secret: Bytes32 })
const RecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()).readonly() })

export const beginTotpRoute = {
  method: 'POST',
  path: '/api/me/totp',
  summary: 'A secret for an authenticator app',
  body: WithSecret,
  answer: z.strictObject({ base32: z.string() }),
} as const satisfies Route

export const confirmTotpRoute = {
  method: 'POST',
  path: '/api/me/totp/confirm',
  summary: 'The app counts from its first right code on',
  body: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
  answer: RecoveryCodes,
} as const satisfies Route

export const beginPasskeyRoute = {
  method: 'POST',
  path: '/api/me/passkeys/begin',
  summary: 'What the browser needs to make a passkey',
  body: WithSecret,
  answer: z.strictObject({ options: z.custom<object>() }),
} as const satisfies Route

export const confirmPasskeyRoute = {
  method: 'POST',
  path: '/api/me/passkeys',
  summary: 'Keeps a passkey',
  body: z.strictObject({ name: PlainName, response: PasskeyResponse }),
  answer: RecoveryCodes,
} as const satisfies Route

export const removeFactorRoute = {
  method: 'POST',
  path: '/api/me/factors/remove',
  summary: 'Takes away the authenticator app (null) or a passkey',
  body: z.strictObject({ secret: Bytes32, passkey: z.string().max(2048).nullable() }),
  answer: z.strictObject({ state: z.literal('removed') }),
} as const satisfies Route
