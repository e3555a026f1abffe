import type { Route } from '@sathi/contract/route'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { serveRoute } from '../contract/index.ts'
import type { Database } from '../database/index.ts'

const healthRoute = {
  method: 'GET',
  path: '/health',
  summary: 'The program runs',
  answer: z.strictObject({ state: z.literal('up') }),
} as const satisfies Route

const readyRoute = {
  method: 'GET',
  path: '/ready',
  summary: 'The database answers',
  answer: z.strictObject({ state: z.literal('ready') }),
} as const satisfies Route

/** Whether the program runs, and whether it can reach its database. */
export function healthRoutes(app: FastifyInstance, database: Database): void {
  serveRoute(app, healthRoute, async () => ({ state: 'up' }) as const)

  serveRoute(app, readyRoute, async (_asked, { reply }) => {
    const answered = await Promise.race([
      database
        .withWholeSnapshot((deployment) => deployment.organisationIds())
        .then(
          () => true,
          () => false,
        ),
      new Promise<false>((resolve) => setTimeout(resolve, 2_000, false).unref()),
    ])
    return answered ? ({ state: 'ready' } as const) : reply.code(503).send({ state: 'no-database' })
  })
}
