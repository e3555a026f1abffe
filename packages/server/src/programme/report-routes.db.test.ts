import { Readable } from 'node:stream'
import fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { speakContract } from '../contract/index.ts'
import { openTestDatabase } from '../database/testing/open-test-database.ts'
import { createSheetCache } from '../journal/index.ts'
import { openUploadedLineList } from '../tables/index.ts'
import { importInto } from './import-into.ts'
import { reportRoutes } from './report-routes.ts'

const cases = `row_id,case_code,occurred_on,pathway,gender,is_child
CO-1,C-0001,2021-02-01,shelter,Feminine,no
CO-2,C-0002,2021-02-02,prison,Masculine,no
`
const stages = `row_id,case_code,occurred_on,stage
RS-1,C-0001,2021-03-05,handover
RS-2,C-0002,2021-04-05,handover
`
const lists = { 'case_opened.csv': cases, 'repatriation_stage.csv': stages }

async function factsOf() {
  const { database } = await openTestDatabase()
  const sheets = createSheetCache(database)
  const app = fastify()
  speakContract(app)
  reportRoutes(app, database, sheets)
  onTestFinished(async () => {
    sheets.close()
    await app.close()
  })
  const files = Object.entries(lists).map(([name, content]) => ({
    name,
    open: () => Readable.from([Buffer.from(content)]),
  }))
  const opened = await openUploadedLineList(files)
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.faults))
  await importInto(database, opened.list, { dryRun: false })
  return (query: string) =>
    app.inject(`/api/report/facts?from=2021-01-01&to=2021-12-31&part=counted&${query}`)
}

test('a figure and a cell of it are opened down to the cases they count', async () => {
  const facts = await factsOf()
  expect((await facts('indicator=R1')).json()).toMatchObject({ total: 2 })
  expect((await facts('indicator=R1&dimension=pathway&value=prison')).json()).toMatchObject({
    total: 1,
    items: [{ subject: { code: 'C-0002' } }],
  })
  expect((await facts('indicator=R1&quarter=2021Q2&limit=1&offset=1')).json()).toEqual({
    total: 1,
    items: [],
  })
})

test('what is no part of the report is refused, never answered with another figure', async () => {
  const facts = await factsOf()
  const others = [
    'indicator=R1&dimension=gender',
    'indicator=R1&value=Feminine',
    'indicator=R1&dimension=audience&value=bgb',
    'indicator=K1&dimension=pathway&value=shelter',
    'indicator=R1&quarter=2020Q4',
    'indicator=R1&group=survivor',
    'indicator=V2&group=__proto__',
    'indicator=V2&group=constructor',
    'indicator=__proto__',
  ]
  for (const query of others) expect((await facts(query)).statusCode, query).toBe(400)
})
