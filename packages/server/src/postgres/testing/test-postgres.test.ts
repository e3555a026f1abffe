import pg from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase, type Template } from './test-postgres.ts'

let builds = 0
const withOneTable: Template = {
  name: 'with_one_table',
  build: async ({ owner }) => {
    builds += 1
    await query(owner, "create table greeting (word text); insert into greeting values ('hello')")
    await query(owner, 'grant select on greeting to sathi_app')
  },
}

test('a test database is a copy of its template, which is built once', async () => {
  const databases = await Promise.all([1, 2, 3].map(() => createTestDatabase({ template: withOneTable })))
  expect(new Set(databases.map(({ name }) => name)).size).toBe(3)
  for (const { app } of databases)
    expect(await query(app, 'select word from greeting')).toEqual([{ word: 'hello' }])
  expect(builds).toBe(1)
  for (const database of databases) await database.drop()
})

test('what one test database is told, another does not hear', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()])
  await query(one.owner, 'create table note (text text)')
  await expect(query(other.owner, 'select * from note')).rejects.toThrow('does not exist')
  await one.drop()
  await expect(query(one.owner, 'select 1')).rejects.toThrow('does not exist')
})

async function query(login: pg.ClientConfig, sql: string): Promise<unknown[]> {
  const client = new pg.Client(login)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
