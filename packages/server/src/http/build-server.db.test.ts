import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { openTestDatabase } from '../database/testing/open-test-database.ts'
import { buildServer } from './build-server.ts'

const host = '127.0.0.1:7284'

async function aServer({ webApp }: { readonly webApp?: string } = {}) {
  const { database } = await openTestDatabase()
  const lines: string[] = []
  const log = { write: (line: string) => void lines.push(line) }
  const app = await buildServer({ deployment: { database }, webApp, log })
  onTestFinished(() => app.close())
  const ask = (url: string, headers: Readonly<Record<string, string>> = {}) =>
    app.inject({ url, headers: { host, ...headers } })
  return { app, ask, lines }
}

/** What the server at this port answers to these bytes, up to the end of the connection. */
async function sendRaw(port: number, ...pieces: readonly (string | Buffer)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const answer = text(socket)
  for (const piece of pieces) if (!socket.write(piece)) await once(socket, 'drain')
  return answer
}

async function listening(app: Awaited<ReturnType<typeof aServer>>['app']): Promise<number> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  return Number(new URL(app.listeningOrigin).port)
}

test('only names of this computer are answered, whatever a name resolves to', async () => {
  const { ask } = await aServer()
  for (const name of ['127.0.0.1', '127.0.0.1:7284', 'localhost:80', '[::1]:7284']) {
    expect((await ask('/api/organisation', { host: name })).statusCode, name).toBe(200)
  }
  const others = [
    'rescue.example',
    '127.0.0.1.rescue.example',
    '[::1]rescue.example',
    '127.0.0.1:7284, rescue.example',
    'localhost.',
  ]
  for (const name of others) {
    const answer = await ask('/api/organisation', { host: name })
    expect(answer.statusCode, name).toBe(403)
    expect(answer.json()).toMatchObject({ refusal: { kind: 'not-this-computer' } })
  }
})

test('a page of elsewhere is told nothing', async () => {
  const { ask } = await aServer()
  for (const origin of ['https://rescue.example', 'null', 'http://127.0.0.1:3000']) {
    expect((await ask('/api/organisation', { origin })).statusCode, origin).toBe(403)
  }
  const embedded = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }
  expect((await ask('/api/organisation', embedded)).statusCode).toBe(403)
})

test('a link on a page of elsewhere shows a page, and starts no download', async () => {
  const { ask } = await aServer()
  const visit = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
  expect((await ask('/health', visit)).statusCode).toBe(200)
  for (const url of ['/api/line-list.xlsx', '/%61pi/line-list.xlsx', '/api/report.pdf']) {
    expect((await ask(url, visit)).statusCode, url).toBe(403)
  }
})

test('no cache may keep an answer of the interface, however its address is written', async () => {
  const { ask } = await aServer()
  for (const url of ['/api/organisation', '/%61pi/organisation']) {
    expect((await ask(url)).headers['cache-control'], url).toBe('no-store')
  }
})

test('an address that cannot be read is refused in our words and never repeated', async () => {
  const { app } = await aServer()
  const answer = await sendRaw(
    await listening(app),
    `GET /api/%zz-Anjali HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
  )
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toContain('"kind":"not-understood"')
  expect(answer).not.toContain('Anjali')
})

test('stopping waits for no browser that stalls midway', async () => {
  const { app } = await aServer()
  const stalled = connect(await listening(app), '127.0.0.1')
  const answer = text(stalled)
  const length = 'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000'
  stalled.write(`POST /api/imports HTTP/1.1\r\nHost: ${host}\r\n${length}\r\n\r\n--b\r\n`)
  await once(app.server, 'request')
  const begun = performance.now()
  await app.close()
  await answer
  expect(performance.now() - begun).toBeLessThan(10_000)
})

test('a bug in one answer is logged by its place, without the words of the error', async () => {
  const { app, ask, lines } = await aServer()
  app.get('/broken', () => {
    throw new Error('S-0042 cannot be read')
  })
  expect((await ask('/broken')).json()).toMatchObject({ refusal: { kind: 'fault' } })
  expect(lines.some((line) => line.includes('build-server.db.test.ts'))).toBe(true)
  expect(lines.join('')).not.toContain('S-0042')
})

test('what is no page is not answered with one, however its address is written', async () => {
  const webApp = mkdtempSync(join(tmpdir(), 'sathi-web-'))
  onTestFinished(() => rmSync(webApp, { recursive: true }))
  writeFileSync(join(webApp, 'index.html'), 'the page')
  const { ask } = await aServer({ webApp })
  for (const url of ['/api', '/api/', '/API/organisation', '/%61pi/x', '/health/', '/Ready', '/assets/x']) {
    const answer = await ask(url)
    expect(answer.statusCode, url).toBe(404)
    expect(answer.json(), url).toMatchObject({ refusal: { kind: 'not-there' } })
  }
  for (const url of ['/', '/report', '/journals/case/api', '/apiary?to=/api/'])
    expect((await ask(url)).body, url).toBe('the page')
})

test.for([
  ['no HTTP at all', 400, 'hello Anjali\r\n\r\n'],
  ['a header that breaks off', 400, `GET / HTTP/1.1\r\nHost ${host}\r\n\r\n`],
  [
    'two lengths',
    400,
    `POST /api/imports HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n`,
  ],
  ['a header without end', 431, `GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
  ['no name of a computer', 403, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
] as const)('%s is refused in our words', async ([, status, request]) => {
  const { app } = await aServer()
  const answer = await sendRaw(await listening(app), request)
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  const { refusal, ...rest } = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))
  expect(rest).toEqual({})
  expect(refusal).toEqual({
    kind: expect.any(String),
    message: expect.any(String),
    remedy: expect.any(String),
  })
  expect(answer).not.toContain('Anjali')
})

test('what cannot be stored because the disk is full is told so', async () => {
  const { app, ask } = await aServer()
  app.get('/full', () => {
    throw new Error('not stored', { cause: Object.assign(new Error('no more'), { code: '53100' }) })
  })
  const answer = await ask('/full')
  expect(answer.statusCode).toBe(507)
  expect(answer.json()).toMatchObject({ refusal: { kind: 'disk-full' } })
})
