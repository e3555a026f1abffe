import {
  beginRecoveryRoute,
  enrolRoute,
  finishRecoveryRoute,
  invitationRoute,
  openRecoveryRoute,
  setUpPeopleRoute,
  setUpStateRoute,
} from '@sathi/contract/sign-in'
import type { FastifyInstance } from 'fastify'
import { serveRoute } from '../contract/index.ts'
import { sendNo } from '../staff/index.ts'
import { enrol, readInvitation } from './enrol.ts'
import { beginRecovery, finishRecovery, openRecovery } from './recover.ts'
import { type SignInParts, serveStranger, showSignedIn } from './serve-stranger.ts'
import { findSetUpState, setUp } from './set-up.ts'
import { isForeign, siteOf } from './site.ts'

/** How somebody comes to sign in: set-up, invitation, recovery. */
export function joiningRoutes(app: FastifyInstance, parts: SignInParts): void {
  const { database, reach } = parts
  const signedIn = showSignedIn(reach)
  const toAll = { config: { openToAll: true } } as const

  serveRoute(app, setUpStateRoute, () => findSetUpState(database), toAll)

  serveRoute(
    app,
    setUpPeopleRoute,
    async ({ body }, { request, reply }) => {
      if (isForeign(request, siteOf(request, reach))) return sendNo(reply, 'foreign-page')
      const done = await setUp(database, body)
      return done.ok ? signedIn(done.value, reply) : sendNo(reply, done.kind)
    },
    toAll,
  )

  serveStranger(
    app,
    parts,
    invitationRoute,
    (tx, { body }) => readInvitation(tx, body.lookup),
    (found) => found,
  )

  serveStranger(app, parts, enrolRoute, (tx, { body }) => enrol(tx, new Date(), body), signedIn)

  serveStranger(
    app,
    parts,
    beginRecoveryRoute,
    (tx) => beginRecovery(tx, new Date()),
    (challenge) => challenge,
  )

  serveStranger(
    app,
    parts,
    openRecoveryRoute,
    (tx, { body }) => openRecovery(tx, new Date(), body),
    (found) => found,
  )

  serveStranger(
    app,
    parts,
    finishRecoveryRoute,
    (tx, { body }) => finishRecovery(tx, new Date(), body),
    signedIn,
  )
}
