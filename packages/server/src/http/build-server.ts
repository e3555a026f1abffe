import { existsSync } from 'node:fs'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import staticFiles from '@fastify/static'
import swagger from '@fastify/swagger'
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { documented, notThere, sendRefusal, speakContract } from '../contract/index.ts'
import type { Deployment } from '../deployment/index.ts'
import { factRoutes } from '../facts/index.ts'
import { createSheetCache } from '../journal/index.ts'
import {
  documentRoutes,
  findActor,
  importRoutes,
  organisationRoutes,
  reportRoutes,
} from '../programme/index.ts'
import { answerBadAddress, answerBadRequest, answerErrors } from './answer-errors.ts'
import { endConnections } from './end-connections.ts'
import { healthRoutes } from './health-routes.ts'
import { isInterface } from './is-interface.ts'
import { allowThisComputerOnly } from './local-only.ts'
import { logRequests } from './log-requests.ts'

export type ServerOptions = {
  readonly deployment: Pick<Deployment, 'database'>
  /** Folder of the built web app; without it only the interface answers. */
  readonly webApp: string | undefined
  /** Where structured log lines go. */
  readonly log: { write(line: string): void }
}

/** Writing the largest programme out is silent for some seconds while it is read. */
const longestSilenceMs = 120_000

/** The HTTP server, not listening yet. The only place where its parts are wired together. */
export async function buildServer({ deployment, webApp, log }: ServerOptions): Promise<FastifyInstance> {
  const { database } = deployment
  const app = fastify({
    logger: { level: 'info', stream: log, base: null },
    // The framework's own lines hold the address asked for; ours hold the route.
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerBadRequest,
    // Node answers such a request without a word; who asks must name this computer in any case.
    http: { requireHostHeader: false },
    trustProxy: false,
    bodyLimit: 64 * 1024,
    // A browser that neither sends nor takes anything must not hold an import or a document open for ever.
    connectionTimeout: longestSilenceMs,
  })
  speakContract(app)
  answerErrors(app)
  logRequests(app)
  endConnections(app)
  allowThisComputerOnly(app)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    hsts: false,
  })
  await app.register(rateLimit, { max: 3_000, timeWindow: '1 minute' })
  await app.register(swagger, {
    openapi: {
      info: { title: 'Sathi', version: '0.1.0', description: 'The interface of a Sathi deployment.' },
    },
    transform: documented as never,
  })
  // Answers hold facts of cases: no cache between here and the reader may keep them.
  app.addHook('onSend', async (request, reply) => {
    if (isInterface(request.routeOptions.url)) reply.header('cache-control', 'no-store')
  })
  const sheets = createSheetCache(database)
  app.addHook('onClose', async () => sheets.close())
  await app.register(async (routes) => {
    healthRoutes(routes, database)
    organisationRoutes(routes, database)
    importRoutes(routes, database)
    reportRoutes(routes, database, sheets)
    documentRoutes(routes, database, sheets)
    factRoutes(routes, database, () => findActor(database))
    routes.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  })
  if (webApp !== undefined && existsSync(webApp)) await serveWebApp(app, webApp)
  else app.setNotFoundHandler((_request, reply) => sendRefusal(reply, 404, notThere))
  return app
}

const contentPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

const noPages: ReadonlySet<string | undefined> = new Set(['api', 'assets', 'health', 'ready'])

/** Every other address is a page of the web app, which finds out itself which. However it is written: `/%61pi` is `/API`. */
function isPage({ method, url }: FastifyRequest): boolean {
  const { pathname } = new URL(url.replace(/^\/+/, '/'), 'http://localhost')
  const [first] = decodeURIComponent(pathname).toLowerCase().split('/').filter(Boolean)
  return method === 'GET' && !noPages.has(first)
}

async function serveWebApp(app: FastifyInstance, webApp: string): Promise<void> {
  await app.register(staticFiles, {
    root: webApp,
    // File names of built assets hold a hash of their content; the page itself must always be asked for.
    setHeaders: (response, path) => {
      const lasting = path.includes('/assets/')
      response.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    return isPage(request) ? reply.sendFile('index.html') : sendRefusal(reply, 404, notThere)
  })
}
