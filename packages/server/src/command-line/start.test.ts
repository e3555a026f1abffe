import { readFileSync } from 'node:fs'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { makeFolder, runProgram, type Server, startServer } from './testing/run-program.ts'

const { folder, remove } = makeFolder()
const dataDir = join(folder, 'data')
let running: Server | undefined

afterAll(async () => {
  await running?.stop()
  remove()
})

/** The server of the folder, started by whichever test needs it first. */
async function aServer(): Promise<Server> {
  running ??= await startServer(dataDir)
  return running
}

type Asked = { method?: string; path?: string; headers?: IncomingHttpHeaders; body?: string; agent?: Agent }

/** Asks as any program can: unlike `fetch`, with whatever host and origin. */
function ask(
  address: string,
  { path = '/health', body, ...rest }: Asked,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asking = request(new URL(path, address), rest, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (piece: string) => {
        text += piece
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

test('start says one address, at which the program answers that it runs and that its database does', async () => {
  const server = await aServer()
  expect(server.said().match(/http:\/\//g)).toHaveLength(1)
  expect(await ask(server.address, { path: '/health' })).toEqual({ status: 200, text: '{"state":"up"}' })
  expect(await ask(server.address, { path: '/ready' })).toEqual({ status: 200, text: '{"state":"ready"}' })
})

test('a second start on the folder is refused in one line', async () => {
  await aServer()
  const { status, stdout, stderr } = await runProgram(['start', '--port', '0', '--data', dataDir])
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^Sathi is running on this data folder already\.[^\n]*\n$/)
})

test.each<[string, number, Asked]>([
  ['by the address', 200, {}],
  ['by the name of this computer', 200, { headers: { host: 'localhost:1' } }],
  ['under the name of another', 403, { headers: { host: 'sathi.example.org' } }],
  ['under a name that begins like this one', 403, { headers: { host: '127.0.0.1.example.org' } }],
  ['from a page of another site', 403, { headers: { origin: 'http://example.org' } }],
  ['from a page without an origin', 403, { headers: { origin: 'null' } }],
  [
    'by a form of another site',
    403,
    { method: 'POST', path: '/api/organisation', headers: { 'sec-fetch-site': 'cross-site' } },
  ],
  [
    'by a link on another site',
    200,
    { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } },
  ],
])('who asks %s is answered %i', async (_, status, asked) => {
  const { address } = await aServer()
  expect((await ask(address, asked)).status).toBe(status)
})

test('the log holds which question was asked, and no code, day or name that was asked for', async () => {
  const { address } = await aServer()
  const name = 'Nadir Pare'
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ name })
  await ask(address, { method: 'POST', path: '/api/organisation', headers, body })
  for (const path of [
    '/api/report?from=2020-07-01&to=2021-12-31',
    '/api/report/facts?from=2020-07-01&to=2021-12-31&indicator=R1&part=counted&value=BD4041',
    '/api/journals/case/S-0001',
    '/S-0001?token=BD4041',
    '/api/report?from=S-0001',
  ]) {
    await ask(address, { path })
  }
  const log = readFileSync(join(dataDir, 'log', 'server.log'), 'utf8')
  expect(log).toContain('GET /api/report/facts')
  for (const line of log.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('level')
  for (const secret of ['S-0001', 'BD4041', '2020-07-01', name]) expect(log).not.toContain(secret)
})

test('a killed server keeps nobody out, and a demonstration is not mixed into real records', async () => {
  const server = await aServer()
  await ask(server.address, {
    method: 'POST',
    path: '/api/organisation',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"Nadir Pare"}',
  })
  server.child.kill('SIGKILL')
  await server.ended
  running = undefined
  const demo = await runProgram(['start', '--demo', '--port', '0', '--data', dataDir])
  expect(demo.status).toBe(1)
  expect(demo.stderr).toMatch(/^This data folder belongs to a real organisation[^\n]*\n$/)

  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await new Promise((resolve) => other.once('listening', resolve))
  const taken = other.address()
  const port = typeof taken === 'object' ? String(taken?.port) : ''
  const refused = await runProgram(['start', '--port', port, '--data', dataDir])
  expect(refused.status).toBe(1)
  expect(refused.stderr).toMatch(/^Port \d+ is taken by another program\.[^\n]*\n$/)

  const again = await aServer()
  expect((await ask(again.address, { path: '/ready' })).status).toBe(200)
})

test('a server that is told to stop lets go of its readers and ends with status 0', async () => {
  const server = await aServer()
  const agent = new Agent({ keepAlive: true })
  await ask(server.address, { agent })
  const asked = performance.now()
  running = undefined
  const { status, signal, stderr } = await server.stop()
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' })
  expect(performance.now() - asked).toBeLessThan(15_000)
  agent.destroy()
})
