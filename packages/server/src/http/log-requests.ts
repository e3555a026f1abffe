import type { FastifyInstance } from 'fastify'

/**
 * One line per request with route, status and time; never the address asked for, its parameters or its body,
 * so that no code or date that somebody looked up stands in a log.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    app.log.info({
      route: `${request.method} ${request.routeOptions.url ?? 'unknown'}`,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    })
  })
}
