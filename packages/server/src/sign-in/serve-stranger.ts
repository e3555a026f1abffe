import type { Asked, Route } from '@sathi/contract/route'
import type { SignedIn as SignedInView } from '@sathi/contract/sign-in'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { serveRoute, type Told } from '../contract/index.ts'
import type { Database, Transaction } from '../database/index.ts'
import { type Answer, sendNo } from '../staff/index.ts'
import { findOrganisation } from './find-organisation.ts'
import type { SignedIn } from './finish-sign-in.ts'
import { organisationOf } from './session.ts'
import { giveToken } from './session-cookie.ts'
import { isForeign, type Reach, siteOf } from './site.ts'

export type SignInParts = { readonly database: Database; readonly reach: Reach }
export type Serving = { readonly request: FastifyRequest; readonly reply: FastifyReply }

/** Serves a route for whoever is not signed in: of the server's organisation, and never to a page of elsewhere. */
export function serveStranger<R extends Route, Value>(
  app: FastifyInstance,
  { database, reach }: SignInParts,
  route: R,
  decide: (tx: Transaction, asked: Asked<R>, serving: Serving) => Promise<Answer<Value>>,
  show: (value: Value, reply: FastifyReply) => Told<R>,
): void {
  const config = { openToAll: true } as const
  const answer = async (asked: Asked<R>, serving: Serving): Promise<Told<R>> => {
    const { request, reply } = serving
    if (isForeign(request, siteOf(request, reach))) return sendNo(reply, 'foreign-page')
    const organisation = await findOrganisation(database)
    if (organisation === undefined) return sendNo(reply, 'not-set-up')
    const decided = await database.withTransaction(organisation, (tx) => decide(tx, asked, serving))
    return decided.ok ? show(decided.value, reply) : sendNo(reply, decided.kind)
  }
  serveRoute(app, route, answer, { config })
}

/** Gives the browser the token of what has begun, and tells the rest. */
export function showSignedIn(reach: Reach) {
  return ({ token, memberId, memberState, deviceState }: SignedIn, reply: FastifyReply): SignedInView => {
    giveToken(reply, reach, token)
    const organisation = organisationOf(token)
    if (organisation === undefined) throw new Error('a new token names its organisation')
    return {
      state: 'signed-in',
      organisation,
      member: memberId,
      memberState,
      deviceState,
    }
  }
}
