import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { openTestDatabase } from '../database/testing/open-test-database.ts'
import { buildServer } from './build-server.ts'

const host = '127.0.0.1:7284'

async function aServer() {
  const { database } = await openTestDatabase()
  const lines: string[] = []
  const log = { write: (line: string) => void lines.push(line) }
  const app = await buildServer({ deployment: { database }, webApp: undefined, log })
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
