import { once } from 'node:events'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { speakContract } from '../contract/index.ts'
import { openTestDatabase } from '../database/testing/open-test-database.ts'
import { createSheetCache } from '../journal/index.ts'
import { openUploadedLineList } from '../tables/index.ts'
import { documentRoutes } from './document-routes.ts'
import { importInto } from './import-into.ts'

const cases = `row_id,case_code,occurred_on,pathway,gender,is_child
CO-1,C-0001,2021-02-01,shelter,Feminine,no
CO-2,C-0002,2021-02-02,prison,Masculine,no
`
const stages = `row_id,case_code,occurred_on,stage
RS-1,C-0001,2021-03-05,handover
`
const threeRows = { 'case_opened.csv': Buffer.from(cases), 'repatriation_stage.csv': Buffer.from(stages) }
const period = 'from=2021-01-01&to=2021-12-31'

async function aServer() {
  const { database } = await openTestDatabase()
  const sheets = createSheetCache(database)
  const app = fastify()
  speakContract(app)
  documentRoutes(app, database, sheets)
  onTestFinished(async () => {
    sheets.close()
    await app.close()
  })
  const take = async (list: Readonly<Record<string, Buffer>>) => {
    const files = Object.entries(list).map(([name, bytes]) => ({ name, open: () => Readable.from([bytes]) }))
    const opened = await openUploadedLineList(files)
    if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.faults))
    return importInto(database, opened.list, { dryRun: false }).finally(() => opened.list.close())
  }
  return { app, take }
}

test('the report comes as PDF and as workbook in each language, under names that tell nothing', async () => {
  const { app, take } = await aServer()
  await take(threeRows)
  for (const language of ['en', 'bn', 'hi']) {
    const pdf = await app.inject(`/api/report.pdf?${period}&language=${language}`)
    expect(pdf.statusCode).toBe(200)
    expect(pdf.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="sathi-report-2021-01-01-2021-12-31-${language}.pdf"`,
    })
    expect(pdf.rawPayload.toString('latin1')).toMatch(/^%PDF-1\..*%%EOF\s*$/s)
  }
  const workbook = await app.inject(`/api/report.xlsx?${period}&language=bn`)
  expect(workbook.headers).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': 'attachment; filename="sathi-report-2021-01-01-2021-12-31-bn.xlsx"',
  })
  expect(workbook.rawPayload.toString('latin1', 0, 2)).toBe('PK')
})

test('the line list comes as a workbook whose import changes nothing', async () => {
  const { app, take } = await aServer()
  expect(await take(threeRows)).toMatchObject({ stored: 3, alreadyStored: 0 })
  const { rawPayload, headers } = await app.inject('/api/line-list.xlsx')
  expect(headers['content-disposition']).toBe('attachment; filename="sathi-line-list.xlsx"')
  expect(await take({ 'line-list.xlsx': rawPayload })).toMatchObject({ stored: 0, alreadyStored: 3 })
})

test('line lists whose readers stall or leave keep nobody from working', async () => {
  const { app, take } = await aServer()
  const rows = Array.from(
    { length: 5_000 },
    (_, row) => `CO-${row},C-${row},2021-02-01,shelter,Feminine,no\n`,
  )
  await take({ 'case_opened.csv': Buffer.from(cases.slice(0, cases.indexOf('\n') + 1) + rows.join('')) })
  const stall = () => app.inject({ url: '/api/line-list.xlsx', payloadAsStream: true })
  const stalled = [await stall(), await stall()]
  expect(stalled.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  const third = await app.inject('/api/line-list.xlsx')
  expect(third.statusCode).toBe(409)
  expect(third.json()).toMatchObject({ refusal: { kind: 'document-under-way' } })
  expect((await app.inject(`/api/report.xlsx?${period}`)).statusCode).toBe(200)
  for (const answer of stalled) answer.stream().resume()
  await expect
    .poll(async () => (await app.inject('/api/line-list.xlsx')).statusCode, { timeout: 20_000 })
    .toBe(200)

  const port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port)
  for (let visit = 0; visit < 12; visit++) {
    const socket = connect(port, '127.0.0.1')
    socket.write('GET /api/line-list.xlsx HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')
    await once(socket, 'data')
    socket.destroy()
  }
  await expect
    .poll(async () => (await app.inject('/api/line-list.xlsx')).statusCode, { timeout: 20_000 })
    .toBe(200)
})

test.each(['report.pdf', 'report.xlsx', 'line-list.xlsx'])(
  'before the set-up there is no %s',
  async (name) => {
    const { app } = await aServer()
    const answer = await app.inject(`/api/${name}?${period}`)
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({ refusal: { kind: 'not-set-up' } })
  },
)

test.each([
  ['from=2021-12-31&to=2021-01-01', 'bad-period'],
  ['from=1900-01-01&to=2021-01-01', 'period-too-long'],
])('the period %s is refused as %s', async (query, kind) => {
  const { app } = await aServer()
  const answer = await app.inject(`/api/report.pdf?${query}`)
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ refusal: { kind } })
})

test.each(['', 'from=2021-01-01&to=2021-02-30', `${period}&language=fr`])(
  'a report asked for as "%s" is not understood',
  async (query) => {
    const { app } = await aServer()
    expect((await app.inject(`/api/report.pdf?${query}`)).statusCode).toBe(400)
  },
)
