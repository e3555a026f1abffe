import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { notThere, sendRefusal } from '../contract/index.ts'

const noPages: ReadonlySet<string | undefined> = new Set(['api', 'assets', 'health', 'ready'])

/** Serves the files of the built web app, and its one page at every address that is none of ours. */
export async function serveWebApp(app: FastifyInstance, webApp: string): Promise<void> {
  await app.register(staticFiles, {
    root: webApp,
    // File names of built assets hold a hash of their content; the page itself must always be asked for.
    setHeaders: (response, path) => {
      const lasting = path.includes('/assets/')
      response.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    return isPage(request) ? reply.sendFile('index.html') : sendRefusal(reply, 404, notThere)
  })
}

/** Every other address is a page of the web app, which finds out itself which. However it is written: `/%61pi` is `/API`. */
function isPage({ method, url }: FastifyRequest): boolean {
  const { pathname } = new URL(url.replace(/^\/+/, '/'), 'http://localhost')
  const [first] = decodeURIComponent(pathname).toLowerCase().split('/').filter(Boolean)
  return method === 'GET' && !noPages.has(first)
}
