import { existsSync } from 'node:fs'
import swagger from '@fastify/swagger'
import fastify, { type FastifyInstance, LogController } from 'fastify'
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
import { createGuard, signInRoutes } from '../sign-in/index.ts'
import { staffRoutes } from '../staff/index.ts'
import { syncRoutes } from '../sync/index.ts'
import { answerBadAddress, answerBadRequest, answerErrors } from './answer-errors.ts'
import { endConnections } from './end-connections.ts'
import { healthRoutes } from './health-routes.ts'
import { type FindDevice, limitRates } from './limit-rates.ts'
import { logRequests } from './log-requests.ts'
import { admitMembersOnly, type IsMember } from './members-only.ts'
import { limitConnections, type Patience, usualPatience } from './patience.ts'
import { type Reach, thisComputer } from './reach.ts'
import { refuseStrangers } from './refuse-strangers.ts'
import { sendSecurityHeaders } from './security-headers.ts'
import { serveWebApp } from './serve-web-app.ts'

export type ServerOptions = {
  readonly deployment: Pick<Deployment, 'database'>
  /** Folder of the built web app; without it only the interface answers. */
  readonly webApp: string | undefined
  /** Where structured log lines go. */
  readonly log: { write(line: string): void }
  /** Without it, this computer alone is answered. */
  readonly reach?: Reach
  /** Without them, whoever holds a session. */
  readonly isMember?: IsMember
  readonly findDevice?: FindDevice
  readonly patience?: Patience
}

/** The HTTP server, not listening yet. The only place where its parts are wired together. */
export async function buildServer({
  deployment,
  webApp,
  log,
  reach = thisComputer,
  isMember,
  findDevice,
  patience = usualPatience,
}: ServerOptions): Promise<FastifyInstance> {
  const { database } = deployment
  const guard = createGuard(database, reach)
  const app = newServer(log, reach, patience)
  speakContract(app)
  answerErrors(app)
  logRequests(app)
  endConnections(app)
  limitConnections(app, reach, patience)
  await sendSecurityHeaders(app, reach)
  refuseStrangers(app, reach)
  await limitRates(app, reach, findDevice ?? guard.findDevice)
  admitMembersOnly(app, reach, isMember ?? (async (request) => (await guard.requireMember(request)).ok))
  await app.register(swagger, {
    openapi: {
      info: { title: 'Sathi', version: '0.1.0', description: 'The interface of a Sathi deployment.' },
    },
    transform: documented as never,
  })
  const sheets = createSheetCache(database)
  app.addHook('onClose', async () => sheets.close())
  await app.register(async (routes) => {
    healthRoutes(routes, database)
    organisationRoutes(routes, database, reach.kind === 'this-computer' ? 'this-computer' : 'network')
    importRoutes(routes, database)
    reportRoutes(routes, database, sheets)
    documentRoutes(routes, database, sheets)
    factRoutes(routes, database, () => findActor(database))
    signInRoutes(routes, { database, reach }, guard)
    staffRoutes(routes, database, guard.requireMember)
    syncRoutes(routes, { database, guard })
    routes.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  })
  if (webApp !== undefined && existsSync(webApp)) await serveWebApp(app, webApp)
  else app.setNotFoundHandler((_request, reply) => sendRefusal(reply, 404, notThere))
  return app
}

function newServer(log: ServerOptions['log'], reach: Reach, patience: Patience): FastifyInstance {
  const options = {
    logger: { level: 'info', stream: log, base: null },
    // The framework's own lines hold the address asked for; ours hold the route.
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerBadRequest,
    trustProxy: reach.kind === 'behind-proxy' ? [...reach.proxies] : false,
    bodyLimit: 64 * 1024,
    // Whoever neither sends nor takes anything must not hold an import or a document open for ever.
    connectionTimeout: patience.silenceMs,
    requestTimeout: patience.requestMs,
  } as const
  const node = {
    // Node answers such a request without a word; who asks must name the server in any case.
    requireHostHeader: false,
    headersTimeout: patience.headMs,
    connectionsCheckingInterval: patience.everyMs,
  }
  return reach.kind === 'own-certificate'
    ? (fastify({
        ...options,
        https: { ...reach.tls, ...node, handshakeTimeout: patience.headMs },
      }) as unknown as FastifyInstance)
    : fastify({ ...options, http: node })
}
