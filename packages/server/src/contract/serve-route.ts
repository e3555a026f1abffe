import type { AnswerOf, Asked, Route } from '@sathi/contract/route'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** What a handler gives back: the answer of its route, or a reply that it has sent already, such as a refusal. */
export type Told<R extends Route> = AnswerOf<R> | FastifyReply

type Serving = { readonly reply: FastifyReply; readonly request: FastifyRequest }

/** What one route takes otherwise than the rest. */
export type Limits = {
  readonly bodyLimit?: number
  /** `openToAll`: answered without a sign-in also on a network. */
  readonly config?: { readonly openToAll: true }
}

/** Serves a route of the contract: what is asked has been judged, and what is answered must have the route's shape. */
export function serveRoute<R extends Route>(
  app: FastifyInstance,
  route: R,
  answer: (asked: Asked<R>, serving: Serving) => Promise<Told<R>>,
  limits: Limits = {},
): void {
  const { method, path, summary, params, query, body, status = 200 } = route
  app.route({
    method,
    url: path,
    ...limits,
    schema: {
      summary,
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && { body }),
      ...(route.answer && { response: { [status]: route.answer } }),
    } as object,
    handler: async (request, reply) => {
      reply.code(status)
      const asked = { params: request.params, query: request.query, body: request.body }
      return answer(asked as Asked<R>, { reply, request })
    },
  })
}
