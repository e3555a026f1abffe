import {
  askPasskeyRoute,
  meRoute,
  type SignInAnswer,
  secondFactorRoute,
  settingsRoute,
  signInRoute,
  signOutRoute,
} from '@sathi/contract/sign-in'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { appendAudit } from '../audit/index.ts'
import { serveRoute } from '../contract/index.ts'
import { sendNo, yes } from '../staff/index.ts'
import { beginSignIn, type SignInStep } from './begin-sign-in.ts'
import { findSettings } from './find-settings.ts'
import type { Guard } from './guard.ts'
import { joiningRoutes } from './joining-routes.ts'
import { ownRoutes } from './own-routes.ts'
import { askForPasskey } from './passkeys.ts'
import { proveSecondFactor } from './prove-second-factor.ts'
import { type SignInParts, serveStranger, showSignedIn } from './serve-stranger.ts'
import { endByToken, noteChallenge, organisationOf } from './session.ts'
import { findToken, giveToken, takeTokenBack } from './session-cookie.ts'
import { isForeign, siteOf } from './site.ts'

/** Everything about becoming, being and ceasing to be signed in. */
export function signInRoutes(app: FastifyInstance, parts: SignInParts, guard: Guard): void {
  const { database, reach } = parts
  const signedIn = showSignedIn(reach)
  const toAll = { config: { openToAll: true } } as const
  joiningRoutes(app, parts)
  ownRoutes(app, parts, guard)

  serveStranger(
    app,
    parts,
    settingsRoute,
    async (tx, { body }) => yes(await findSettings(tx, body.code)),
    (settings) => settings as never,
  )

  const showStep = (step: SignInStep, reply: FastifyReply): SignInAnswer => {
    if (step.state === 'signed-in') return signedIn(step, reply)
    giveToken(reply, reach, step.token)
    return { state: 'second-factor', factors: step.factors }
  }

  serveStranger(
    app,
    parts,
    signInRoute,
    (tx, { body }, { request }) => {
      const before = findToken(request, reach)
      return beginSignIn(tx, new Date(), { ...body, address: request.ip, before })
    },
    showStep,
  )

  serveRoute(
    app,
    secondFactorRoute,
    async ({ body }, { request, reply }) => {
      const half = await guard.requireHalfSession(request)
      if (!half.ok) return sendNo(reply, half.kind)
      const site = siteOf(request, reach)
      const proved = await database.withTransaction(half.value, (tx) =>
        proveSecondFactor(tx, new Date(), site, half.value, { proof: body, address: request.ip }),
      )
      return proved.ok ? signedIn(proved.value, reply) : sendNo(reply, proved.kind)
    },
    toAll,
  )

  serveRoute(
    app,
    askPasskeyRoute,
    async (_asked, { request, reply }) => {
      const half = await guard.requireHalfSession(request)
      if (!half.ok) return sendNo(reply, half.kind)
      const { memberId, id } = half.value
      return database.withTransaction(half.value, async (tx) => {
        const { challenge, options } = await askForPasskey(tx, siteOf(request, reach), memberId)
        await noteChallenge(tx, id, challenge)
        return { options }
      })
    },
    toAll,
  )

  serveRoute(
    app,
    signOutRoute,
    async (_asked, { request, reply }) => {
      if (isForeign(request, siteOf(request, reach))) return sendNo(reply, 'foreign-page')
      const token = findToken(request, reach)
      const orgId = token === undefined ? undefined : organisationOf(token)
      takeTokenBack(reply, reach)
      if (token === undefined || orgId === undefined) return { state: 'signed-out' as const }
      await database.withTransaction({ orgId }, async (tx) => {
        const ended = await endByToken(tx, token)
        if (ended === undefined) return
        await appendAudit(tx, { name: 'signed_out', by: ended.memberId, device: ended.deviceId, fields: {} })
      })
      return { state: 'signed-out' as const }
    },
    toAll,
  )

  serveRoute(
    app,
    meRoute,
    async (_asked, { request, reply }) => {
      const held = await guard.requireSession(request)
      if (!held.ok) return sendNo(reply, held.kind)
      const { orgId, memberId, code, roles, memberState, deviceState, id } = held.value
      return { organisation: orgId, member: memberId, code, roles, memberState, deviceState, session: id }
    },
    toAll,
  )
}
