import type { AnswerOf, Asked, Route } from '@sathi/contract/route'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { serveRoute } from '../contract/index.ts'
import type { Database, Transaction } from '../database/index.ts'
import type { Answer } from './answer.ts'
import type { MemberActor } from './member-actor.ts'
import { sendNo } from './send-no.ts'

/** Says who asks, or why she is not let in. */
export type RequireMember = (request: FastifyRequest) => Promise<Answer<MemberActor>>

/** Serves a route for members at work: a transaction in the actor's organisation decides and answers. */
export function serveMember<R extends Route>(
  app: FastifyInstance,
  { database, requireMember }: { readonly database: Database; readonly requireMember: RequireMember },
  route: R,
  decide: (tx: Transaction, actor: MemberActor, asked: Asked<R>) => Promise<Answer<AnswerOf<R>>>,
): void {
  serveRoute(app, route, async (asked, { request, reply }) => {
    const actor = await requireMember(request)
    if (!actor.ok) return sendNo(reply, actor.kind)
    const decided = await database.withTransaction(actor.value, (tx) => decide(tx, actor.value, asked))
    return decided.ok ? decided.value : sendNo(reply, decided.kind)
  })
}
