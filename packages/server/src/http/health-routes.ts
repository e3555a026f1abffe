import type { FastifyInstance } from 'fastify'
import { contract } from '../contract/index.ts'
import type { Database } from '../database/index.ts'

/** Whether the program runs, and whether it can reach its database. */
export function healthRoutes(app: FastifyInstance, database: Database): void {
  app.get('/health', { schema: contract({ summary: 'The program runs' }) }, async () => ({ state: 'up' }))

  app.get('/ready', { schema: contract({ summary: 'The database answers' }) }, async (_request, reply) => {
    const answered = await Promise.race([
      database
        .withWholeSnapshot((deployment) => deployment.organisationIds())
        .then(
          () => true,
          () => false,
        ),
      new Promise<false>((resolve) => setTimeout(resolve, 2_000, false).unref()),
    ])
    return answered ? { state: 'ready' } : reply.code(503).send({ state: 'no-database' })
  })
}
