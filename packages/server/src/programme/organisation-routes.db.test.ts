import { Readable } from 'node:stream'
import fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { speakContract } from '../contract/index.ts'
import { openTestDatabase } from '../database/testing/open-test-database.ts'
import { checkJournal } from '../journal/index.ts'
import { openUploadedLineList } from '../tables/index.ts'
import { importInto } from './import-into.ts'
import { organisationRoutes } from './organisation-routes.ts'
import { findActor } from './store.ts'

async function aServer() {
  const { database } = await openTestDatabase()
  const app = fastify()
  speakContract(app)
  organisationRoutes(app, database, 'this-computer')
  onTestFinished(() => app.close())
  const name = (method: 'POST' | 'PUT', name: string) =>
    app.inject({ method, url: '/api/organisation', payload: { name } })
  return { app, database, name }
}

const oneCase = `row_id,case_code,occurred_on,pathway,gender,is_child
CO-1,C-0001,2021-02-01,shelter,Feminine,no
`

test('records that came before the set-up wait for a name, and take the one that is given', async () => {
  const { app, database, name } = await aServer()
  const opened = await openUploadedLineList([
    { name: 'case_opened.csv', open: () => Readable.from([Buffer.from(oneCase)]) },
  ])
  if (opened.kind === 'refused') throw new Error('the list is good')
  await importInto(database, opened.list, { dryRun: false })
  expect((await app.inject('/api/organisation')).json()).toMatchObject({ name: null, cases: 1 })
  expect((await name('PUT', ' নতুন  ভোর ')).json()).toMatchObject({ name: 'নতুন ভোর', cases: 1 })
  expect((await app.inject('/api/organisation')).json()).toMatchObject({ name: 'নতুন ভোর', entries: 1 })
})

test('an organisation is set up once and renamed as often as wanted', async () => {
  const { name, database } = await aServer()
  const early = await name('PUT', 'Shobuj Pata')
  expect([early.statusCode, early.json().refusal.kind]).toEqual([409, 'not-set-up'])
  expect((await name('POST', 'Shobuj Pata')).statusCode).toBe(201)
  const again = await name('POST', 'Other')
  expect([again.statusCode, again.json().refusal.kind]).toEqual([409, 'already-set-up'])
  expect((await name('PUT', 'Nil Pata')).json()).toMatchObject({ state: 'ready', name: 'Nil Pata' })
  const actor = await findActor(database)
  expect(actor && (await checkJournal(database, actor)).findings).toEqual([])
})

test.each(['', '  ', 'x'.repeat(201), 'two\u0007bells'])('%j is no name', async (text) => {
  const { name } = await aServer()
  for (const method of ['POST', 'PUT'] as const) {
    const answer = await name(method, text)
    expect([answer.statusCode, answer.json().refusal.kind]).toEqual([400, 'bad-name'])
  }
})
