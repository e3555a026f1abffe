import { once } from 'node:events'
import { type IncomingHttpHeaders, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { connect as connectPlainly } from 'node:net'
import { text } from 'node:stream/consumers'
import { connect } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { openTestDatabase } from '../database/testing/open-test-database.ts'
import { openReach } from '../network/index.ts'
import { makeCertificate, writeCertificate } from '../network/testing/make-certificate.ts'
import { buildServer, type Reach, type ServerOptions } from './index.ts'
import { usualPatience } from './patience.ts'
import { forwardTo } from './testing/forward-to.ts'

const origin = 'https://sathi.test'

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }
type Question = {
  readonly path?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

type Arranged = Partial<ServerOptions> & { readonly arrange?: (app: FastifyInstance) => void }

async function aServer(reach: Reach, { arrange, ...options }: Arranged = {}) {
  const { database } = await openTestDatabase()
  const lines: string[] = []
  const log = { write: (line: string) => void lines.push(line) }
  const app = await buildServer({
    deployment: { database },
    webApp: undefined,
    log,
    reach,
    isMember: async () => true,
    ...options,
  })
  onTestFinished(() => app.close())
  arrange?.(app)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const ask = (question: Question = {}, from = reach.kind === 'own-certificate' ? 'https:' : 'http:') =>
    askAt(`${from}//127.0.0.1:${port}`, question)
  return { app, port, ask, log: () => lines.join('') }
}

/** Asks as any program can: whatever host, origin and words about itself. */
async function askAt(place: string, question: Question): Promise<Answer> {
  const { path = '/api/organisation', method = 'GET', headers = {}, body } = question
  const asking = (place.startsWith('https') ? secureRequest : plainRequest)(new URL(path, place), {
    method,
    headers: { host: 'sathi.test', ...headers },
    rejectUnauthorized: false,
    agent: false,
  })
  asking.end(body)
  const [answer] = await once(asking, 'response')
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) }
}

function ownCertificate(): Reach {
  const files = writeCertificate(makeCertificate({ names: ['sathi.test'] }))
  const listening = {
    kind: 'own-certificate',
    host: '127.0.0.1',
    port: 7284,
    files,
    address: origin,
  } as const
  const opened = openReach(listening, new Date())
  if (!opened.ok) throw new Error(opened.refusal.message)
  return opened.value.reach
}

const behindProxy: Reach = { kind: 'behind-proxy', origin, proxies: ['127.0.0.1'] }
const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' }

const tellWhoAsks: Arranged['arrange'] = (app) => {
  app.get('/who', async ({ ip, protocol, host }) => ({ ip, protocol, host }))
}

test('NET-2 TLS 1.2 and 1.3 are spoken, with forward secrecy, and nothing older or weaker', async () => {
  const { port } = await aServer(ownCertificate())
  const speak = async (how: object): Promise<string> => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...how })
    const ended = new Promise<string>((resolve) => {
      socket.once('secureConnect', () => resolve(`${socket.getProtocol()} ${socket.getCipher().name}`))
      socket.once('error', () => resolve('refused'))
    })
    return ended.finally(() => socket.destroy())
  }
  expect(await speak({ maxVersion: 'TLSv1.2' })).toMatch(/^TLSv1\.2 ECDHE-.*(GCM|POLY1305)/)
  expect(await speak({})).toMatch(/^TLSv1\.3 /)
  const anything = 'ALL:@SECLEVEL=0'
  expect(await speak({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: anything })).toBe('refused')
  expect(await speak({ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0' })).toBe(
    'refused',
  )
})

test('NET-2 what is asked without TLS is not answered', async () => {
  const { ask } = await aServer(ownCertificate())
  await expect(ask({}, 'http:')).rejects.toThrow()
  expect((await ask()).status).toBe(200)
})

test('NET-5 a declared proxy is believed who asks, and that it was over TLS', async () => {
  const { port } = await aServer(behindProxy, { arrange: tellWhoAsks })
  const proxy = await forwardTo(port, forwarded)
  const answer = await askAt(proxy, { path: '/who' })
  expect(JSON.parse(answer.body)).toMatchObject({ ip: '203.0.113.7', protocol: 'https' })
})

test('NET-5 a chain of addresses that the visitor has made up is not believed', async () => {
  const { ask } = await aServer(behindProxy, { arrange: tellWhoAsks })
  const headers = { ...forwarded, 'x-forwarded-for': '198.51.100.1, 203.0.113.7' }
  expect(JSON.parse((await ask({ path: '/who', headers })).body)).toMatchObject({ ip: '203.0.113.7' })
})

test.each([
  ['over plain HTTP', behindProxy, { 'x-forwarded-proto': 'http' }],
  ['without a word about TLS', behindProxy, { 'x-forwarded-proto': '' }],
  ['by a program that is not the declared proxy', { ...behindProxy, proxies: ['127.0.0.2'] }, {}],
  ['under a name forwarded wrongly', behindProxy, { 'x-forwarded-host': 'other.test' }],
] as const)('NET-5 what comes %s is refused', async (_, reach, headers) => {
  const { ask } = await aServer(reach)
  const answer = await ask({ headers: { ...forwarded, ...headers } })
  expect(answer.status).toBe(403)
  expect(JSON.parse(answer.body)).toMatchObject({ refusal: { kind: 'foreign-page' } })
})

test('NET-5 without a declared proxy nothing that is forwarded counts', async () => {
  const { ask } = await aServer(ownCertificate(), { arrange: tellWhoAsks })
  const answer = await ask({ path: '/who', headers: { ...forwarded, 'x-forwarded-host': 'other.test' } })
  expect(JSON.parse(answer.body)).toMatchObject({ ip: '127.0.0.1', host: 'sathi.test' })
})

test.each([
  ['sathi.test', 200],
  ['Sathi.TEST', 200],
  ['sathi.test:443', 200],
  ['sathi.test:7284', 403],
  ['sathi.test.', 403],
  ['other.test', 403],
  ['127.0.0.1', 403],
  ['localhost', 403],
  ['me@sathi.test', 403],
  ['sathi.test/x', 403],
  ['sathi.test, other.test', 403],
])('NET-6 on a network the name %j is answered %i', async (host, status) => {
  const { ask } = await aServer(ownCertificate())
  expect((await ask({ headers: { host } })).status).toBe(status)
})

test.each<[string, number, Record<string, string>]>([
  ['our own page', 201, { origin, 'sec-fetch-site': 'same-origin', cookie: '__Host-session=x' }],
  ['our own page of a browser that names its origin alone', 201, { origin, cookie: '__Host-session=x' }],
  ['a program that is no browser', 201, {}],
  ['a page of elsewhere', 403, { origin: 'https://other.test', 'sec-fetch-site': 'cross-site' }],
  ['a neighbour of the same site', 403, { 'sec-fetch-site': 'same-site', cookie: '__Host-session=x' }],
  ['our name without TLS', 403, { origin: 'http://sathi.test' }],
  ['a page without an origin', 403, { origin: 'null', 'sec-fetch-site': 'same-origin' }],
  ['nobody knows where, with a cookie', 403, { cookie: '__Host-session=x' }],
  ['the address bar, which changes nothing', 403, { 'sec-fetch-site': 'none' }],
])('NET-7 a change sent by %s is answered %i', async (_, status, headers) => {
  const { ask } = await aServer(ownCertificate())
  const body = '{"name":"Shobuj Pata"}'
  const question = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }
  expect((await ask(question)).status).toBe(status)
})

test('NET-8 browsers are told to insist on TLS where there is TLS, and nowhere else', async () => {
  const strict = 'max-age=31536000'
  const own = await aServer(ownCertificate())
  expect((await own.ask()).headers['strict-transport-security']).toBe(strict)
  const proxied = await aServer(behindProxy)
  expect((await proxied.ask({ headers: forwarded })).headers['strict-transport-security']).toBe(strict)
  const local = await aServer({ kind: 'this-computer', origin: undefined })
  const answer = await local.ask({ headers: { host: 'localhost' } })
  expect(answer.status).toBe(200)
  expect(answer.headers).not.toHaveProperty('strict-transport-security')
})

test('NET-10 answers and refusals alike are kept by nobody, listed nowhere, and framed by nothing', async () => {
  const { ask } = await aServer(ownCertificate())
  const [answer, refused] = [await ask(), await ask({ headers: { host: 'other.test' } })]
  expect([answer.status, refused.status]).toEqual([200, 403])
  for (const { headers } of [answer, refused]) {
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': expect.stringContaining('noindex'),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
    })
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('x-powered-by')
  }
})

test('NET-9 the policy allows no inline and no evaluated script', async () => {
  const { ask } = await aServer(ownCertificate())
  const { 'content-security-policy': policy = '' } = (await ask()).headers
  expect(policy).not.toMatch(/'unsafe-(inline|eval|hashes)'|\*|https?:/)
  expect(String(policy).split(';')).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]),
  )
})

test('NET-11 who asks too often is refused, and neither a neighbour nor a known device with it', async () => {
  const findDevice: ServerOptions['findDevice'] = ({ headers }) =>
    headers.cookie === '__Host-session=known' ? 'a-device' : undefined
  const { app } = await aServer(behindProxy, { findDevice })
  const ask = (ip: string, cookie = '') =>
    app.inject({
      url: '/health',
      headers: { host: 'sathi.test', 'x-forwarded-proto': 'https', 'x-forwarded-for': ip, cookie },
    })
  for (let asked = 0; asked < 1_200; asked += 1) await ask('203.0.113.7', `__Host-session=${asked}`)
  const refused = await ask('203.0.113.7')
  expect(refused.statusCode).toBe(429)
  expect(refused.json()).toMatchObject({ refusal: { kind: 'too-often' } })
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
  expect((await ask('203.0.113.8')).statusCode).toBe(200)
  expect((await ask('203.0.113.7', '__Host-session=known')).statusCode).toBe(200)
})

test.each([
  ['its head', 'GET /health HTTP/1.1\r\nHost: sathi.test\r\n', 'X: y\r\n'],
  [
    'its body',
    'POST /api/organisation HTTP/1.1\r\nHost: sathi.test\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n',
    'x',
  ],
])('NET-12 a request that drips %s is ended, however lively it is', async (_, begin, drip) => {
  const patience = { ...usualPatience, headMs: 300, requestMs: 400, everyMs: 50 }
  const { port } = await aServer({ kind: 'this-computer', origin: undefined }, { patience })
  const socket = connectPlainly(port, '127.0.0.1')
  const answer = text(socket)
  socket.write(begin.replace('sathi.test', 'localhost'))
  const dripping = setInterval(() => socket.write(drip), 50)
  onTestFinished(() => clearInterval(dripping))
  socket.on('error', () => undefined)
  const begun = performance.now()
  expect(await answer.catch(() => 'HTTP/1.1 408')).toMatch(/^HTTP\/1\.1 408/)
  expect(performance.now() - begun).toBeLessThan(5_000)
})

test('NET-12 one address cannot take all connections', async () => {
  const { port } = await aServer(ownCertificate(), { patience: { ...usualPatience, perAddress: 3 } })
  const open = () => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false })
    onTestFinished(() => void socket.destroy())
    return new Promise<'open' | 'refused'>((resolve) => {
      socket.once('secureConnect', () => resolve('open'))
      socket.once('error', () => resolve('refused'))
    }).then((state) => ({ state, socket }))
  }
  const held = [await open(), await open(), await open()]
  expect(held.map(({ state }) => state)).toEqual(['open', 'open', 'open'])
  expect((await open()).state).toBe('refused')
  held[0]?.socket.destroy()
  await expect.poll(async () => (await open()).state).toBe('open')
})

/** How somebody comes to be signed in; whatever else is open is a mistake. */
const openToAll = new Set([
  '/api/welcome',
  '/api/set-up',
  '/api/sign-in',
  '/api/sign-in/settings',
  '/api/sign-in/second-factor',
  '/api/sign-out',
  '/api/invitations/find',
  '/api/invitations/use',
  '/api/recovery',
  '/api/recovery/challenge',
  '/api/recovery/keys',
  // A device whose sessions ended with its access must still be told to lock or to erase itself.
  '/api/sync/hello',
  '/api/sync/wiped',
])

test('NET-13 on a network no route of the interface answers without a sign-in, but one that says it is open', async () => {
  const { ask } = await aServer(ownCertificate(), {
    isMember: async ({ headers }) => headers.cookie === 'known',
    arrange: (app) => {
      app.get('/api/forgetful', async () => 'S-0042')
      app.post('/api/welcome', { config: { openToAll: true } }, async () => 'welcome')
    },
  })
  const description = await ask({ path: '/api/openapi.json', headers: { cookie: 'known' } })
  const { paths } = JSON.parse(description.body) as { paths: Record<string, object> }
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      path: path.replaceAll(/\{\w+\}/g, 'x'),
      method: method.toUpperCase(),
    })),
  )
  const inner = routes.filter(({ path }) => path.startsWith('/api/') && !openToAll.has(path))
  expect(inner.length).toBeGreaterThan(8)
  for (const { path, method } of [...inner, { path: '/%61pi/organisation', method: 'GET' }]) {
    const { status, body } = await ask({ path, method })
    expect(status, `${method} ${path}`).toBe(401)
    expect(JSON.parse(body)).toMatchObject({ refusal: { kind: 'not-signed-in' } })
  }
  expect((await ask({ path: '/api/forgetful', headers: { cookie: 'known' } })).body).toBe('S-0042')
  expect((await ask({ path: '/api/welcome', method: 'POST' })).body).toBe('welcome')
  expect((await ask({ path: '/health' })).status).toBe(200)
})

test('NET-13 without a sign-in to ask, a server on a network refuses everybody', async () => {
  const { database } = await openTestDatabase()
  const log = { write: () => undefined }
  const app = await buildServer({ deployment: { database }, webApp: undefined, log, reach: behindProxy })
  onTestFinished(() => app.close())
  const headers = { host: 'sathi.test', ...forwarded }
  expect((await app.inject({ url: '/api/organisation', headers })).statusCode).toBe(401)
})

test('NET-14 the log names the route, and nothing of what was asked, sent or forwarded', async () => {
  const { ask, log } = await aServer(behindProxy)
  const headers = {
    ...forwarded,
    cookie: 'session=Anjali-cookie',
    'user-agent': 'Anjali-phone',
    'content-type': 'application/json',
  }
  await ask({ path: '/api/report?from=2020-07-01&Anjali-query', headers })
  await ask({ path: '/Anjali-page', headers: { ...headers, 'x-forwarded-host': 'anjali.test' } })
  await ask({ method: 'POST', headers: { ...headers, origin }, body: '{"name":"Anjali-body"}' })
  await ask({ headers: { ...headers, origin: 'https://anjali.test' } })
  expect(log()).toContain('GET /api/report')
  expect(log()).not.toMatch(/anjali|203\.0\.113|2020-07/i)
})
