import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { done, type Outcome } from '../refusal/index.ts'
import { refuseDatabase } from './database-refusal.ts'
import { findMissingRights } from './find-missing-rights.ts'

type Migration = {
  readonly number: number
  readonly name: string
  readonly text: string
  readonly checksum: string
}

const folder = new URL('../../migrations/', import.meta.url)

/** Held by whoever applies migrations, so that two programs that start together take turns. */
const migrationLock = 7_281_904_117

const prepare = `
  create schema if not exists app;
  create table if not exists app.migration (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz(3) not null default now()
  )`

/**
 * Brings the tables up to date: applies, as their owner, the migrations that are missing, each in a transaction.
 * Gives the number of the last one.
 * Refuses a database that a newer version of Sathi has changed, one whose migrations are not the ones known here, and a login
 * for ordinary work that may not use the tables.
 */
export async function migrate(owner: pg.ClientConfig, appLogin: string): Promise<Outcome<number>> {
  const migrations = readMigrations()
  const client = new pg.Client(owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    for (;;) {
      const step = await applyNext(client, migrations, appLogin)
      if (step === 'applied-one') continue
      return (step.ok ? await findMissingRights(client, appLogin, migrations) : undefined) ?? step
    }
  } finally {
    await client.end()
  }
}

async function applyNext(
  client: pg.Client,
  migrations: readonly Migration[],
  appLogin: string,
): Promise<Outcome<number> | 'applied-one'> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
    await client.query(prepare)
    const applied = await client.query<{ number: number; checksum: string }>(
      'select number, checksum from app.migration order by number',
    )
    const refusal = compare(applied.rows, migrations)
    const next = migrations[applied.rows.length]
    if (refusal !== undefined || next === undefined) {
      await client.query('rollback')
      return refusal ?? done(migrations.length)
    }
    await client.query(next.text.replaceAll(':"app_login"', () => pg.escapeIdentifier(appLogin)))
    await client.query('insert into app.migration (number, name, checksum) values ($1, $2, $3)', [
      next.number,
      next.name,
      next.checksum,
    ])
    await client.query('commit')
    return 'applied-one'
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

function compare(
  applied: readonly { number: number; checksum: string }[],
  migrations: readonly Migration[],
): Outcome<number> | undefined {
  for (const { number, checksum } of applied) {
    const known = migrations[number - 1]
    if (known === undefined) return refuseDatabase('newer-database')
    if (known.checksum !== checksum) return refuseDatabase('changed-migration')
  }
  return undefined
}

function readMigrations(): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name, index) => {
    const number = Number(name.slice(0, 4))
    if (number !== index + 1) throw new Error('migrations are numbered 0001, 0002 … without a gap')
    const text = readFileSync(new URL(name, folder), 'utf8')
    return { number, name, text, checksum: createHash('sha256').update(text).digest('hex') }
  })
}
