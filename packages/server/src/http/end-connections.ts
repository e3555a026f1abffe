import type { FastifyInstance } from 'fastify'

/** Long enough for an answer that is on its way; whoever stops the program waits no longer for a stalled browser. */
const graceMs = 2_000

/** When the server closes, ends the connections that do not end by themselves: stalled uploads, downloads nobody takes. */
export function endConnections(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const ending = setTimeout(() => app.server.closeAllConnections(), graceMs)
    app.server.once('close', () => clearTimeout(ending))
  })
}
