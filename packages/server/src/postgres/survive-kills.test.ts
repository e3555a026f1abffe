import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import type { PostgresServer } from './postgres-server.ts'
import {
  noneRuns,
  runDatabaseProgram,
  startHere,
  temporaryFolder,
  until,
  usedDataFolder,
} from './testing/temporary-data.ts'

test('PG-4 the server outlives a program that was killed, and the next one joins it', async () => {
  const dataDir = await usedDataFolder()
  const program = runDatabaseProgram(dataDir)
  const { pids = [] } = await program.outcome
  program.child.kill('SIGKILL')
  await program.ended
  const server = await startHere(dataDir)
  expect(server.adopted).toBe(true)
  expect(server.pids()).toContain(pids[0])
  await server.stop()
  expect(noneRuns(pids)).toBe(true)
})

test('PG-5 a killed server is started again by itself, and no acknowledged row is lost', async () => {
  const server = await startHere(await usedDataFolder())
  const pool = poolOf(server)
  await pool.query('create table visit (id int primary key)')
  const acknowledged: number[] = []
  let next = 0
  let writing = true
  const writer = (async () => {
    while (writing) {
      const id = next++
      await pool.query('insert into visit values ($1)', [id]).then(
        () => acknowledged.push(id),
        () => server.ready(),
      )
    }
  })()
  let killed = 0
  for (let kill = 0; kill < 5; kill += 1) {
    const before = acknowledged.length
    // Sessions of a killed server may acknowledge a little longer: the next kill waits for its successor.
    await until(() => acknowledged.length > before + 5 && ![undefined, killed].includes(server.pids()[0]))
    await pause(Math.random() * 40)
    killed = postmasterOf(server)
    process.kill(killed, 'SIGKILL')
  }
  await until(() => ![undefined, killed].includes(server.pids()[0]))
  await server.ready()
  const before = acknowledged.length
  await until(() => acknowledged.length > before + 5)
  writing = false
  await writer
  const kept = (await pool.query('select id from visit')).rows.map(({ id }) => id)
  expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([])
  await pool.end()
})

test('PG-5 a joined server that is killed is started again as well', async () => {
  const dataDir = await usedDataFolder()
  const program = runDatabaseProgram(dataDir)
  await program.outcome
  program.child.kill('SIGKILL')
  await program.ended
  const server = await startHere(dataDir)
  const killed = postmasterOf(server)
  process.kill(killed, 'SIGKILL')
  await server.ready()
  expect(server.pids()).not.toContain(killed)
  const pool = poolOf(server)
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await pool.end()
})

test('PG-5 a server whose socket, lock and notes were deleted is started again, killed or not', async () => {
  const dataDir = await usedDataFolder()
  const server = await startHere(dataDir)
  const pool = poolOf(server)
  for (const fate of ['lives', 'is killed']) {
    const before = postmasterOf(server)
    rmSync(join(dataDir, 'run'), { recursive: true })
    if (fate === 'is killed') process.kill(before, 'SIGKILL')
    await until(() => ![undefined, before].includes(server.pids()[0]))
    await server.ready()
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  }
  await pool.end()
  // The note of its user was made again too: the next program to leave does not stop it.
  const guest = await startHere(dataDir)
  await guest.stop()
  expect(noneRuns([postmasterOf(server)])).toBe(false)
  const pids = server.pids()
  await server.stop()
  expect(noneRuns(pids)).toBe(true)
})

test('PG-5 a server that cannot be started again is told as lost, with the reason', async () => {
  const dataDir = await usedDataFolder()
  const server = await startHere(dataDir)
  const waiting = server.ready
  const victim = postmasterOf(server)
  renameSync(dataDir, `${dataDir}.away`)
  process.kill(victim, 'SIGKILL')
  expect(await server.lost()).toMatchObject({
    kind: 'path-unusable',
    message: expect.stringContaining(`${dataDir} is gone`),
  })
  await expect(waiting()).rejects.toThrow('stopped')
})

test('PG-5 why a server cannot be started again is told for as long as it is so', async () => {
  const dataDir = await usedDataFolder()
  const server = await startHere(dataDir)
  expect(server.trouble()).toBeUndefined()
  const settings = join(dataDir, 'postgres', 'sathi.conf')
  writeFileSync(settings, '')
  mkdirSync(`${settings}.new`)
  process.kill(postmasterOf(server), 'SIGKILL')
  await until(() => server.trouble() !== undefined)
  expect(server.trouble()).toMatchObject({
    kind: 'does-not-start',
    message: expect.stringContaining('EISDIR'),
  })
  rmSync(`${settings}.new`, { recursive: true })
  await server.ready()
  expect(server.trouble()).toBeUndefined()
})

test('PG-5 a program that has nothing to do but wait for the killed server does not end', async () => {
  const program = runDatabaseProgram(await usedDataFolder(), { mode: 'wait' })
  expect((await program.outcome).pids?.length).toBeGreaterThan(3)
  expect(await program.ended).toEqual({ code: 0, signal: null })
})

test('PG-5 a server that was killed together with its program leaves nothing in the way', async () => {
  const dataDir = await usedDataFolder()
  const program = runDatabaseProgram(dataDir)
  const { pids = [] } = await program.outcome
  program.child.kill('SIGKILL')
  for (const pid of pids) execFileSync('kill', ['-9', String(pid)])
  await program.ended
  // The dead server's number has been given to another process of the same user: this very one.
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)))
  const server = await startHere(dataDir)
  expect(server.adopted).toBe(false)
})

test('PG-5 a process of a killed server that still works does not keep the next one from starting', async () => {
  const dataDir = await usedDataFolder()
  const program = runDatabaseProgram(dataDir)
  await program.outcome
  const first = await startHere(dataDir)
  const pool = poolOf(first)
  const busy = pool.query('select count(*) from generate_series(1, 1000000000)').catch(() => 'ended')
  const idle = pool.query('select 1')
  await idle
  process.kill(postmasterOf(first), 'SIGKILL')
  expect(await busy).toBe('ended')
  await first.ready()
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await pool.end()
})

test.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'PG-6 %s during the very first start leaves no process and no half-made database',
  async (signal) => {
    const dataDir = join(temporaryFolder(), 'data')
    const program = runDatabaseProgram(dataDir)
    expect(await program.progress).toContain('Preparing the database')
    await until(() => readdirSync(dataDir).some((name) => name.startsWith('postgres.new-')))
    await pause(Math.random() * 200)
    program.child.kill(signal)
    expect(await program.ended).toEqual({ code: null, signal })
    expect(execFileSync('ps', ['axww', '-o', 'command'], { encoding: 'utf8' })).not.toContain(dataDir)
    expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres.new-'))).toEqual([])
  },
)

test('PG-6 a very first start that was killed is made good by the next one', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const program = runDatabaseProgram(dataDir)
  await until(
    () => existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('postgres.new-')),
  )
  await pause(Math.random() * 200)
  program.child.kill('SIGKILL')
  await program.ended
  const server = await startHere(dataDir)
  expect(server.pids().length).toBeGreaterThan(3)
  expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'run', 'secrets'])
})

test('PG-6 after a start that was killed at any moment the next one succeeds', async () => {
  const dataDir = await usedDataFolder()
  for (let kill = 0; kill < 6; kill += 1) {
    const program = runDatabaseProgram(dataDir)
    await Promise.race([program.progress, program.outcome])
    await pause(kill * 8)
    program.child.kill('SIGKILL')
    await program.ended
    const next = runDatabaseProgram(dataDir, { mode: 'idle' })
    expect((await next.outcome).refusal).toBeUndefined()
    await next.ended
  }
})

test('PG-6 a signal during a later start leaves no process behind', async () => {
  const dataDir = await usedDataFolder()
  const program = runDatabaseProgram(dataDir)
  expect(await program.progress).toContain('Starting PostgreSQL')
  program.child.kill('SIGTERM')
  await program.ended
  expect(execFileSync('ps', ['axww', '-o', 'command'], { encoding: 'utf8' })).not.toContain(dataDir)
})

function postmasterOf(server: PostgresServer): number {
  const [postmaster] = server.pids()
  if (!postmaster) throw new Error('No server runs')
  return postmaster
}

function poolOf(server: PostgresServer): pg.Pool {
  const pool = new pg.Pool({ ...server.owner, max: 2 })
  pool.on('error', () => undefined)
  return pool
}
