import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import type { Login } from './sign-in.ts'
import { startPostgres } from './start-postgres.ts'
import { spawnByHand } from './testing/outside-postgres.ts'
import {
  makeTemporaryFolder,
  noneRuns,
  refusalOf,
  removeTemporaryFolder,
  startHere,
  temporaryFolder,
  usedDataFolder,
  wanted,
} from './testing/temporary-data.ts'

describe('a first start', () => {
  test('PG-1 makes a database with two logins, neither of them a superuser, in one folder', async () => {
    const dataDir = join(temporaryFolder(), 'a folder', 'data')
    const lines: string[] = []
    const server = wanted(await startPostgres({ dataDir, onProgress: (line) => lines.push(line) }))
    expect(server).toMatchObject({
      kind: 'embedded',
      adopted: false,
      version: expect.stringMatching(/^18\./),
    })
    expect(lines.join('\n')).toMatch(/Preparing the database.*\nStarting PostgreSQL/)
    const rights = `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication
      from pg_roles where rolname in ('sathi_owner', 'sathi_app')`
    const none = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
    }
    expect(await query(server.app, rights)).toEqual([none, none])
    await query(server.owner, 'create table visit (id int)')
    await expect(query(server.app, 'select * from visit')).rejects.toThrow('permission denied')
    await expect(query(server.app, 'create table own (id int)')).rejects.toThrow('permission denied')
    const pids = server.pids()
    expect(pids.length).toBeGreaterThan(3)
    await server.stop()
    await server.stop()
    expect(noneRuns(pids)).toBe(true)
    expect(server.pids()).toEqual([])
    await expect(server.ready()).rejects.toThrow('stopped')
  })
})

describe('a later start', () => {
  test('PG-1 takes less than two seconds, finds what was kept, and keeps what it acknowledges', {
    retry: 2,
  }, async () => {
    const dataDir = await usedDataFolder()
    const first = wanted(await startPostgres({ dataDir }))
    await query(first.owner, 'create table visit (id int); insert into visit values (7)')
    await first.stop()
    const beganAt = performance.now()
    const second = await startHere(dataDir)
    expect(performance.now() - beganAt).toBeLessThan(2000)
    expect(await query(second.owner, 'select id from visit')).toEqual([{ id: 7 }])
    const shown = await query(
      second.app,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
        current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
        current_setting('timezone') as zone, current_setting('listen_addresses') as addresses,
        (select datlocale from pg_database where datname = 'sathi') as locale`,
    )
    const durable = { fsync: 'on', commit: 'on', checksums: 'on' }
    expect(shown).toEqual([{ ...durable, encoding: 'UTF8', zone: 'UTC', addresses: '', locale: 'C.UTF-8' }])
  })

  test('PG-2 passwords are readable by their owner alone and in no list of processes', async () => {
    const dataDir = await usedDataFolder()
    chmodSync(join(dataDir, 'secrets', 'app-password'), 0o644)
    const server = await startHere(dataDir)
    for (const name of ['owner-password', 'app-password']) {
      expect(statSync(join(dataDir, 'secrets', name)).mode & 0o777).toBe(0o600)
    }
    for (const name of ['secrets', 'run', 'postgres'])
      expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o700)
    const processes = execFileSync('ps', ['axewww', '-o', 'command'], {
      encoding: 'utf8',
      maxBuffer: 50_000_000,
    })
    expect(processes).toContain('cluster_name=sathi-')
    for (const { password } of [server.owner, server.app]) {
      expect(password?.length).toBeGreaterThan(32)
      expect(processes.includes(password ?? '')).toBe(false)
    }
    await expect(query({ ...server.app, password: 'guessed' }, 'select 1')).rejects.toThrow(
      'password authentication',
    )
    await expect(query({ ...server.owner, user: 'postgres' }, 'select 1')).rejects.toThrow(
      'no pg_hba.conf entry',
    )
  })

  test('PG-2 lost passwords are made anew', async () => {
    const dataDir = await usedDataFolder()
    const first = wanted(await startPostgres({ dataDir }))
    await query(first.owner, 'create table visit (id int)')
    await first.stop()
    for (const name of ['owner-password', 'app-password']) writeFileSync(join(dataDir, 'secrets', name), '')
    const second = await startHere(dataDir)
    expect(second.owner.password).not.toBe(first.owner.password)
    expect(await query(second.owner, 'select count(*)::int as n from visit')).toEqual([{ n: 0 }])
  })

  test('PG-3 no value and no statement reaches the log', async () => {
    const dataDir = await usedDataFolder()
    const server = wanted(await startPostgres({ dataDir }))
    await query(
      server.owner,
      "create table visit (name text primary key); insert into visit values ('Rokeya')",
    )
    const faults = [
      "insert into visit values ('Rokeya')",
      "select 'Rokeya'::int",
      "do $$ begin raise exception 'Rokeya'; end $$",
      "do $$ begin raise warning 'Rokeya'; end $$",
      'select Rokeya',
    ]
    for (const fault of faults) await query(server.owner, fault).catch(() => undefined)
    await query(server.owner, 'insert into visit values ($1)', ['Rokeya']).catch(() => undefined)
    await query(server.owner, '/* Rokeya */ select pg_terminate_backend(pg_backend_pid())').catch(
      () => undefined,
    )
    await server.stop()
    const logs = join(dataDir, 'postgres', 'log')
    const text = readdirSync(logs)
      .map((name) => readFileSync(join(logs, name), 'utf8'))
      .join('\n')
    expect(text).toContain('ready to accept connections')
    expect(text.toLowerCase()).not.toContain('rokeya')
  })

  test('PG-1 a path too long for a socket, with blanks, a comma and Bengali letters, is as good as any', async () => {
    const dataDir = await usedDataFolder()
    const long = join(dataDir, '..', 'আমাদের তথ্য, ২০২৬', 'x'.repeat(120))
    mkdirSync(long, { recursive: true })
    chmodSync(join(long, '..'), 0o711)
    execFileSync('mv', [dataDir, long])
    const server = await startHere(join(long, 'data'))
    expect(server.owner.host).toMatch(/^\/tmp\/sathi-/)
    expect(statSync(server.owner.host).mode & 0o777).toBe(0o700)
    expect(await query(server.app, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('what is refused and left as it was', () => {
  const wal = /^postgres.pg_wal.[0-9A-F]{24}$/
  const trials: { title: string; part: string | RegExp; instead?: string | Buffer; kind: string }[] = [
    {
      title: 'a database of another major version',
      part: 'postgres/PG_VERSION',
      instead: '14\n',
      kind: 'other-major-version',
    },
    { title: 'a PostgreSQL that Sathi did not make', part: 'postgres/sathi.conf', kind: 'folder-not-ours' },
    {
      title: 'a database whose control file is gone',
      part: 'postgres/global/pg_control',
      kind: 'folder-damaged',
    },
    {
      title: 'a database whose control file is torn',
      part: 'postgres/global/pg_control',
      instead: Buffer.alloc(8192, 7),
      kind: 'folder-damaged',
    },
    { title: 'a database whose log of changes is gone', part: wal, kind: 'folder-damaged' },
    { title: 'a data folder that is a file', part: '.', instead: 'my notes', kind: 'path-unusable' },
    {
      title: 'a data folder with a file for secrets',
      part: 'secrets',
      instead: 'mine',
      kind: 'path-unusable',
    },
  ]
  const folder = makeTemporaryFolder()
  let spoilt: Promise<string> | undefined
  afterAll(() => removeTemporaryFolder(folder))
  test.for(trials)('PG-8 $title', async ({ part, instead, kind }) => {
    spoilt ??= usedDataFolder(folder)
    const dataDir = await spoilt
    const parts = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    const name = typeof part === 'string' ? part : parts.find((path) => part.test(path))
    const victim = join(dataDir, name ?? '')
    renameSync(victim, `${dataDir}.aside`)
    if (instead !== undefined) {
      const { uid, gid } = statSync(`${dataDir}.aside`)
      writeFileSync(victim, instead)
      chownSync(victim, uid, gid)
    }
    const before = listing(dataDir)
    const refusal = refusalOf(await startPostgres({ dataDir }))
    const after = listing(dataDir)
    rmSync(victim, { force: true })
    renameSync(`${dataDir}.aside`, victim)
    expect(refusal).toMatchObject({
      kind,
      message: expect.stringContaining(dataDir),
      remedy: expect.any(String),
    })
    expect(after).toEqual(before)
  })

  test('PG-8 a database that somebody runs by hand', async () => {
    const dataDir = await usedDataFolder()
    const postgres = join(dataDir, 'postgres')
    const stranger = await spawnByHand(dataDir, postgres)
    expect(refusalOf(await startPostgres({ dataDir }))).toMatchObject({ kind: 'folder-in-use' })
    expect(stranger.exitCode).toBeNull()
  })

  test('PG-8 a socket folder that belongs to somebody else', async () => {
    if (process.getuid?.() !== 0) return
    const dataDir = await usedDataFolder()
    const long = join(dataDir, '..', 'y'.repeat(120))
    mkdirSync(long)
    execFileSync('mv', [dataDir, long])
    const server = await startHere(join(long, 'data'))
    await server.stop()
    mkdirSync(server.owner.host)
    execFileSync('chown', ['daemon', server.owner.host])
    expect(refusalOf(await startPostgres({ dataDir: join(long, 'data') }))).toMatchObject({
      kind: 'folder-not-ours',
    })
    execFileSync('rmdir', [server.owner.host])
  })
})

/** All files with their sizes, save those of the moment: socket, notes, log, process id. */
function listing(folder: string): string {
  const command =
    'find . -type f -not -path "./run/*" -not -path "*/log/*" -not -name "postmaster.*" -printf "%p %s\\n" | sort'
  return statSync(folder).isDirectory()
    ? execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
    : ''
}

async function query(login: Login, sql: string, values: string[] = []): Promise<unknown[]> {
  const client = new pg.Client(login)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}
