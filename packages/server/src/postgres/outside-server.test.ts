import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { startPostgres } from './start-postgres.ts'
import { startOutsidePostgres } from './testing/outside-postgres.ts'
import { refusalOf, temporaryFolder, wanted } from './testing/temporary-data.ts'

afterEach(() => {
  delete process.env.DATABASE_APP_URL
})

test('PG-10 an outside server is used with a login of its own for ordinary work', async () => {
  const parent = temporaryFolder()
  const dataDir = join(parent, 'data')
  const { url } = await startOutsidePostgres(parent)
  const databaseUrl = url('postgres', '')
  const server = wanted(await startPostgres({ dataDir, databaseUrl }))
  expect(server).toMatchObject({ kind: 'outside', owner: { user: 'postgres' }, app: { user: 'sathi_app' } })
  expect(server.pids()).toEqual([])
  expect(await firstValue(server.app, 'select current_user')).toBe('sathi_app')
  await server.ready()
  await server.stop()
  await expect(server.ready()).rejects.toThrow('stopped')
  expect(await firstValue(server.owner, 'select 1')).toBe(1)

  // The same installation again; then another one, which does not know the password of the login.
  expect(wanted(await startPostgres({ dataDir, databaseUrl })).app).toEqual(server.app)
  const other = { dataDir: join(parent, 'other'), databaseUrl }
  expect(refusalOf(await startPostgres(other))).toMatchObject({
    kind: 'outside-app-login',
    remedy: expect.stringContaining('DATABASE_APP_URL'),
  })
  expect(await firstValue(server.app, 'select 1')).toBe(1)

  await firstValue(server.owner, "create role worker login password 'secret'")
  process.env.DATABASE_APP_URL = url('worker', 'secret')
  expect(wanted(await startPostgres(other)).app).toMatchObject({ user: 'worker' })
  await firstValue(server.owner, 'alter role worker bypassrls')
  expect(refusalOf(await startPostgres(other))).toMatchObject({ kind: 'outside-app-login' })
  process.env.DATABASE_APP_URL = databaseUrl
  expect(refusalOf(await startPostgres(other))).toMatchObject({ kind: 'outside-app-login' })

  process.env.DATABASE_APP_URL = url('worker', 'secret').replace(/postgres$/, 'another')
  await firstValue(server.owner, 'create database another')
  await firstValue(server.owner, 'alter role worker nobypassrls')
  expect(refusalOf(await startPostgres(other))).toMatchObject({
    kind: 'outside-app-login',
    message: expect.stringMatching(/another database \(another at .*\) than DATABASE_URL \(postgres at /),
  })

  // Bengali needs UTF-8.
  await firstValue(server.owner, "create database latin encoding 'LATIN1' template template0")
  const latin = { dataDir, databaseUrl: databaseUrl.replace(/postgres$/, 'latin') }
  expect(refusalOf(await startPostgres(latin))).toMatchObject({ kind: 'outside-encoding' })
})

test.for([
  ['a wrong port', 'postgresql://me@127.0.0.1:1/sathi', 'outside-unreachable'],
  ['an unknown host', 'postgresql://me@nowhere.invalid/sathi', 'outside-unreachable'],
  ['another kind of address', 'http://example.org/sathi', 'outside-url-unreadable'],
  ['no address at all', 'sathi', 'outside-url-unreadable'],
  ['a port that is none', 'postgresql://me:secret@host:abc/sathi', 'outside-url-unreadable'],
] as const)('PG-10 %s is refused, without telling the password', async ([, databaseUrl, kind]) => {
  const refusal = refusalOf(await startPostgres({ dataDir: join(temporaryFolder(), 'data'), databaseUrl }))
  expect(refusal.kind).toBe(kind)
  expect(JSON.stringify(refusal)).not.toContain('secret')
})

async function firstValue(login: pg.ClientConfig, sql: string): Promise<unknown> {
  const client = new pg.Client(login)
  await client.connect()
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}
