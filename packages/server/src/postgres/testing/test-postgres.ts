import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { APP_ROLE } from '../cluster-settings.ts'
import { startEmbeddedServer } from '../embedded-server.ts'
import type { PostgresServer } from '../postgres-server.ts'
import type { Login } from '../sign-in.ts'

/** Names the folder of this test run's PostgreSQL to the processes that run its tests. */
export const TEST_FOLDER_VARIABLE = 'SATHI_TEST_POSTGRES'

/** A database of its own for one test or one file of tests, with the two logins of a real installation. */
export type TestDatabase = { name: string; owner: Login; app: Login; drop(): Promise<void> }

/** What a template holds, under a name that stands for exactly that; built once in a test run. */
export type Template = { name: string; build: (database: TestDatabase) => Promise<void> }

/** Nothing in a test must survive a power cut. */
const fastSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '100',
}

let shared: Promise<PostgresServer> | undefined

/**
 * The PostgreSQL that all tests of a run share, started at the first call. It need not be stopped. Outside a
 * test run (in a benchmark) it is this process's own, and ends with it.
 */
export function startTestPostgres(): Promise<PostgresServer> {
  shared ??= start()
  return shared
}

async function start(): Promise<PostgresServer> {
  const dataDir = process.env[TEST_FOLDER_VARIABLE] ?? ownFolder()
  const server = await startEmbeddedServer({ dataDir, settings: fastSettings, ownerRights: 'createdb' })
  if (!server.ok) throw new Error(`${server.refusal.message} ${server.refusal.remedy}`)
  return server.value
}

function ownFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'sathi-postgres-'))
  chmodSync(parent, 0o711)
  process.once('exit', () => rmSync(parent, { recursive: true, force: true, maxRetries: 10 }))
  return join(parent, 'data')
}

/**
 * Makes a fresh database, empty or as the template has it: about 40 ms. The template is built at the first
 * use in the test run, by whichever test comes first, while the others wait.
 */
export async function createTestDatabase(options: { template?: Template } = {}): Promise<TestDatabase> {
  const server = await startTestPostgres()
  return withOwner(server, async (client) => {
    const template = options.template ? await ensureTemplate(server, client, options.template) : 'template0'
    return createFrom(server, client, template, `test_${randomBytes(6).toString('hex')}`)
  })
}

async function ensureTemplate(
  server: PostgresServer,
  client: pg.Client,
  template: Template,
): Promise<string> {
  const name = `template_${template.name}`
  const lockKey = [`sathi ${name}`]
  await client.query('select pg_advisory_lock(hashtext($1))', lockKey)
  const found = await client.query('select 1 from pg_database where datname = $1', [name])
  if (found.rowCount === 0) {
    const unfinished = await createFrom(
      server,
      client,
      'template0',
      `unfinished_${randomBytes(6).toString('hex')}`,
    )
    await template.build(unfinished)
    const [from, to] = [unfinished.name, name].map(pg.escapeIdentifier)
    await client.query(`alter database ${from} rename to ${to}`)
  }
  await client.query('select pg_advisory_unlock(hashtext($1))', lockKey)
  return name
}

async function createFrom(
  server: PostgresServer,
  client: pg.Client,
  template: string,
  name: string,
): Promise<TestDatabase> {
  await client.query(`create database ${name} template ${pg.escapeIdentifier(template)}`)
  await client.query(`revoke all on database ${name} from public`)
  await client.query(`grant connect on database ${name} to ${APP_ROLE}`)
  return {
    name,
    owner: { ...server.owner, database: name },
    app: { ...server.app, database: name },
    drop: () =>
      withOwner(server, async (again) => {
        await again.query(`drop database if exists ${name} with (force)`)
      }),
  }
}

async function withOwner<T>(server: PostgresServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(server.owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
