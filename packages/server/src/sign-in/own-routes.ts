import {
  beginPasskeyRoute,
  beginTotpRoute,
  changePassphraseRoute,
  confirmPasskeyRoute,
  confirmTotpRoute,
  endSessionRoute,
  ownFactorsRoute,
  ownKeysRoute,
  ownSessionsRoute,
  removeFactorRoute,
} from '@sathi/contract/sign-in'
import type { FastifyInstance } from 'fastify'
import { appendAudit } from '../audit/index.ts'
import { serveRoute } from '../contract/index.ts'
import { instantOf, listKeys, no, sendNo, serveMember, shown, yes } from '../staff/index.ts'
import { changePassphrase } from './change-passphrase.ts'
import { listFactors } from './factors.ts'
import type { Guard } from './guard.ts'
import { beginPasskey, beginTotp, confirmPasskey, confirmTotp, removeFactor } from './own-factors.ts'
import { listPasskeys } from './passkeys.ts'
import { countRecoveryCodes } from './recovery-codes.ts'
import type { SignInParts } from './serve-stranger.ts'
import { endSession, listSessions } from './session.ts'
import { giveToken } from './session-cookie.ts'
import { siteOf } from './site.ts'

/** What a member does about her own keys, passphrase, sessions and second factors. */
export function ownRoutes(app: FastifyInstance, { database, reach }: SignInParts, guard: Guard): void {
  const { requireMember } = guard
  const by = { database, requireMember }

  serveMember(app, by, ownKeysRoute, async (tx, actor) => {
    const keys = await listKeys(tx, actor.memberId)
    return yes({
      keys: keys.map(({ number, sealing, signing, wrappedByPassphrase }) => ({
        number,
        sealing,
        signing,
        wrappedByPassphrase,
      })),
    })
  })

  serveRoute(app, changePassphraseRoute, async ({ body }, { request, reply }) => {
    const actor = await requireMember(request)
    if (!actor.ok) return sendNo(reply, actor.kind)
    const changed = await database.withTransaction(actor.value, (tx) =>
      changePassphrase(tx, new Date(), actor.value, body),
    )
    if (!changed.ok) return sendNo(reply, changed.kind)
    giveToken(reply, reach, changed.value.token)
    return { state: 'changed' as const }
  })

  serveMember(app, by, ownSessionsRoute, async (tx, actor) => {
    const sessions = await listSessions(tx, new Date(), actor.memberId)
    return yes({
      sessions: sessions.map(({ id, deviceId, factor, beganAt, seenAt }) => ({
        id,
        device: deviceId,
        factor,
        beganAt: instantOf(beganAt),
        seenAt: instantOf(seenAt),
        thisOne: id === actor.sessionId,
      })),
    })
  })

  serveMember(app, by, endSessionRoute, async (tx, actor, { params }) => {
    if (!(await endSession(tx, actor.memberId, params.id))) return no('not-there')
    await appendAudit(tx, { name: 'signed_out', by: actor.memberId, device: actor.deviceId, fields: {} })
    return yes({ state: 'ended' })
  })

  serveMember(app, by, ownFactorsRoute, async (tx, actor) => {
    const passkeys = await listPasskeys(tx, actor.memberId)
    return yes({
      factors: await listFactors(tx, actor.memberId),
      passkeys: passkeys.map(({ id, name, madeAt, usedAt }) => ({
        id,
        name,
        madeAt: instantOf(madeAt),
        usedAt: usedAt && instantOf(usedAt),
      })),
      recoveryCodes: await countRecoveryCodes(tx, actor.memberId),
    })
  })

  serveMember(app, by, beginTotpRoute, (tx, actor, { body }) => beginTotp(tx, new Date(), actor, body.secret))

  serveMember(app, by, confirmTotpRoute, (tx, actor, { body }) =>
    confirmTotp(tx, new Date(), actor, body.code),
  )

  serveRoute(app, beginPasskeyRoute, async ({ body }, { request, reply }) => {
    const actor = await requireMember(request)
    if (!actor.ok) return sendNo(reply, actor.kind)
    const site = siteOf(request, reach)
    const begun = await database.withTransaction(actor.value, (tx) =>
      beginPasskey(tx, new Date(), site, actor.value, body.secret),
    )
    return begun.ok ? begun.value : sendNo(reply, begun.kind)
  })

  serveRoute(app, confirmPasskeyRoute, async ({ body }, { request, reply }) => {
    const actor = await requireMember(request)
    if (!actor.ok) return sendNo(reply, actor.kind)
    const site = siteOf(request, reach)
    const kept = await database.withTransaction(actor.value, (tx) =>
      confirmPasskey(tx, site, actor.value, body),
    )
    return kept.ok ? kept.value : sendNo(reply, kept.kind)
  })

  serveMember(app, by, removeFactorRoute, async (tx, actor, { body }) => {
    return shown(await removeFactor(tx, new Date(), actor, body), () => ({ state: 'removed' as const }))
  })
}
