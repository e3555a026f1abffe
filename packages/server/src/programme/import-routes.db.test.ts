import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import type { ImportStatus } from '@sathi/contract/programme'
import fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { speakContract } from '../contract/index.ts'
import { fillDisk } from '../database/testing/fill-disk.ts'
import { openTestDatabase } from '../database/testing/open-test-database.ts'
import { TEST_FOLDER_VARIABLE } from '../postgres/testing/test-postgres.ts'
import { importRoutes } from './import-routes.ts'

const header = 'row_id,case_code,occurred_on,pathway,gender,is_child\n'
const oneCase = `${header}CO-1,C-0001,2021-02-01,shelter,Feminine,no\n`

async function aServer(options: { readonly stalledMs?: number } = {}) {
  const { database, owner } = await openTestDatabase()
  const app = fastify({ bodyLimit: 64 * 1024 })
  speakContract(app)
  importRoutes(app, database, options)
  onTestFinished(() => app.close())
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const outcomeOf = async (answer: Response): Promise<ImportStatus> => {
    const { id } = (await answer.json()) as { id: string }
    for (;;) {
      const status = (await (await fetch(`${address}/api/imports/${id}`)).json()) as ImportStatus
      if (status.state !== 'reading' && status.state !== 'storing') return status
      await pause(10)
    }
  }
  const send = (files: Readonly<Record<string, string | Blob>>) => {
    const form = new FormData()
    for (const [name, content] of Object.entries(files)) form.append('file', new Blob([content]), name)
    return fetch(`${address}/api/imports`, { method: 'POST', body: form })
  }
  return { app, address, send, outcomeOf, owner }
}

test('a list that is sent is stored, once', async () => {
  const { send, outcomeOf } = await aServer()
  expect(await outcomeOf(await send({ 'case_opened.csv': oneCase }))).toMatchObject({
    state: 'done',
    rowsStored: 1,
  })
  expect(await outcomeOf(await send({ 'case_opened.csv': oneCase }))).toMatchObject({
    state: 'done',
    rowsAlreadyStored: 1,
  })
})

test('a file that is far too large is refused after all of it was taken, and the next import goes on', async () => {
  const { send, outcomeOf } = await aServer()
  const large = new Blob(Array.from({ length: 100 }, () => 'x'.repeat(1024 * 1024)))
  expect(await outcomeOf(await send({ 'case_opened.csv': large }))).toMatchObject({
    state: 'refused',
    faults: [{ code: 'too-large' }],
  })
  expect(await outcomeOf(await send({ 'case_opened.csv': oneCase }))).toMatchObject({ rowsStored: 1 })
})

test.each([
  ['no boundary', 'multipart/form-data', `--b\r\n\r\n${oneCase}\r\n--b--\r\n`],
  ['a boundary that never comes', 'multipart/form-data; boundary=x', `--b\r\n\r\n${oneCase}\r\n--b--\r\n`],
  [
    'a file that breaks off',
    'multipart/form-data; boundary=b',
    `--b\r\nContent-Disposition: form-data; name="f"; filename="case_opened.csv"\r\n\r\n${oneCase}`,
  ],
])('form data with %s is refused as not readable, and the next import goes on', async (_, type, body) => {
  const { address, send, outcomeOf } = await aServer()
  const answer = await fetch(`${address}/api/imports`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  })
  expect(answer.status).toBe(400)
  expect(await outcomeOf(await send({ 'case_opened.csv': oneCase }))).toMatchObject({ rowsStored: 1 })
})

test('an upload that is cut midway leaves the way free for the next', async () => {
  const { app, address, send } = await aServer()
  const cut = new AbortController()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const head = '--b\r\nContent-Disposition: form-data; name="f"; filename="case_opened.csv"\r\n\r\n'
      controller.enqueue(Buffer.from(head + oneCase))
    },
  })
  const arrived = once(app.server, 'request')
  const cutOff = fetch(`${address}/api/imports`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body,
    duplex: 'half',
    signal: cut.signal,
  } as RequestInit)
  await arrived
  expect((await send({ 'case_opened.csv': oneCase })).status).toBe(409)
  cut.abort()
  await expect(cutOff).rejects.toThrow()
  await expect
    .poll(async () => (await send({ 'case_opened.csv': oneCase })).status, { timeout: 20_000 })
    .toBe(202)
})

test('an upload that stalls keeps others out for some moments only', async () => {
  const { app, address, send } = await aServer({ stalledMs: 200 })
  const arrived = once(app.server, 'request')
  const stalled = connect(Number(new URL(address).port), '127.0.0.1')
  const ended = text(stalled)
  const type = 'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000'
  stalled.write(`POST /api/imports HTTP/1.1\r\nHost: localhost\r\n${type}\r\n\r\n--b\r\n`)
  await arrived
  expect((await send({ 'case_opened.csv': oneCase })).status).toBe(409)
  await expect
    .poll(async () => (await send({ 'case_opened.csv': oneCase })).status, { timeout: 10_000 })
    .toBe(202)
  await ended
})

test('an import that fills the disk is told so, and goes through once there is room', async () => {
  const { send, outcomeOf, owner } = await aServer()
  const makeRoom = await fillDisk(owner, process.env[TEST_FOLDER_VARIABLE] ?? '')
  expect(await outcomeOf(await send({ 'case_opened.csv': oneCase }))).toMatchObject({
    state: 'failed',
    refusal: { kind: 'disk-full', message: expect.stringContaining('Nothing of this was stored') },
  })
  makeRoom()
  expect(await outcomeOf(await send({ 'case_opened.csv': oneCase }))).toMatchObject({ rowsStored: 1 })
})

test('others are answered while a large list is read', async () => {
  const { address, send, outcomeOf } = await aServer()
  const rows = Array.from(
    { length: 60_000 },
    (_, row) => `R-${row},C-${row},2021-02-01,nowhere,Feminine,no\n`,
  )
  const id = send({ 'case_opened.csv': header + rows.join('') })
  const outcome = id.then(outcomeOf)
  let answered = 0
  const isOver = outcome.then(() => true)
  while (!(await Promise.race([isOver, pause(0, false)]))) {
    await fetch(`${address}/api/imports/00000000-0000-7000-8000-000000000000`)
    answered += 1
  }
  expect(await outcome).toMatchObject({ state: 'refused', faultCount: 60_000 })
  expect(answered).toBeGreaterThan(20)
})
