import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { createTestDatabase, type Template, type TestDatabase } from '../../postgres/testing/test-postgres.ts'
import type { Database } from '../database.ts'
import { openDatabase } from '../open-database.ts'

/** A store of its own for one test, with the logins that it was opened with. It is gone when the test is over. */
export type TestStore = {
  readonly database: Database
  readonly owner: TestDatabase['owner']
  readonly app: TestDatabase['app']
  /** Opens the same store once more, as another program would. */
  openAgain(): Promise<Database>
}

/** Opens an empty store with all tables, ready within about 50 ms. */
export async function openTestDatabase(): Promise<TestStore> {
  const made = await createTestDatabase({ template: migrated() })
  const { owner, app } = made
  const opened: Database[] = []
  const openAgain = async (): Promise<Database> => {
    const database = await mustOpen(made)
    opened.push(database)
    return database
  }
  onTestFinished(async () => {
    await Promise.all(opened.map((database) => database.close()))
    // PostgreSQL's own housekeeping may be in it just now; it goes with the test run in any case.
    await made.drop().catch(() => undefined)
  })
  return { database: await openAgain(), owner, app, openAgain }
}

/** Runs statements under one login, outside the store: what a tampering hand or a stray program would do. */
export async function runAs(login: pg.ClientConfig, ...statements: string[]): Promise<object[]> {
  let rows: object[] = []
  await withLogin(login, async (run) => {
    for (const text of statements) rows = await run(text)
  })
  return rows
}

/** Signs in once, for statements of which some may fail. */
export async function withLogin(
  login: pg.ClientConfig,
  work: (run: (text: string) => Promise<object[]>) => Promise<void>,
): Promise<void> {
  const client = new pg.Client(login)
  await client.connect()
  try {
    await work(async (text) => (await client.query(text)).rows)
  } finally {
    await client.end()
  }
}

async function mustOpen(logins: Pick<TestDatabase, 'owner' | 'app'>): Promise<Database> {
  const opened = await openDatabase(logins)
  if (!opened.ok) throw new Error(opened.refusal.message)
  return opened.value
}

function migrated(): Template {
  const folder = fileURLToPath(new URL('../../../migrations/', import.meta.url))
  const texts = globSync('*.sql', { cwd: folder })
    .sort()
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  const content = createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 12)
  return {
    name: `migrated_${content}`,
    build: async (database) => (await mustOpen(database)).close(),
  }
}
