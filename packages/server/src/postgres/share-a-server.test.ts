import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startPostgres } from './start-postgres.ts'
import {
  noneRuns,
  runDatabaseProgram,
  startHere,
  temporaryFolder,
  usedDataFolder,
  wanted,
} from './testing/temporary-data.ts'

test('PG-7 the last program out stops the server, whoever started it', async () => {
  const dataDir = await usedDataFolder()
  const first = runDatabaseProgram(dataDir)
  const { pids = [] } = await first.outcome
  const second = runDatabaseProgram(dataDir)
  expect(await second.outcome).toMatchObject({ adopted: true })
  first.child.kill('SIGTERM')
  expect(await first.ended).toEqual({ code: null, signal: 'SIGTERM' })
  const third = await startHere(dataDir)
  expect(third).toMatchObject({ adopted: true })
  await third.stop()
  expect(noneRuns(pids.slice(0, 1))).toBe(false)
  second.child.kill('SIGINT')
  await second.ended
  expect(noneRuns(pids)).toBe(true)
  expect(readdirSync(join(dataDir, 'run', 'users'))).toEqual([])
})

test.for(['exit', 'idle'])(
  'PG-7 a program that forgets to stop it (%s) stops it all the same',
  async (mode) => {
    const dataDir = await usedDataFolder()
    const program = runDatabaseProgram(dataDir, { mode })
    const { pids = [] } = await program.outcome
    expect(await program.ended).toEqual({ code: 0, signal: null })
    await expect.poll(() => noneRuns(pids)).toBe(true)
  },
)

test('PG-7 two uses in one program are two', async () => {
  const dataDir = await usedDataFolder()
  const first = wanted(await startPostgres({ dataDir }))
  const second = wanted(await startPostgres({ dataDir }))
  const pids = first.pids()
  await first.stop()
  expect(noneRuns(pids.slice(0, 1))).toBe(false)
  await second.stop()
  expect(noneRuns(pids)).toBe(true)
})

test('PG-7 five programs that start at once on an empty folder share one server', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const programs = [1, 2, 3, 4, 5].map(() => runDatabaseProgram(dataDir))
  const outcomes = await Promise.all(programs.map(({ outcome }) => outcome))
  expect(outcomes.filter(({ adopted }) => adopted === false)).toHaveLength(1)
  expect(outcomes.filter(({ adopted }) => adopted === true)).toHaveLength(4)
  for (const { child } of programs) child.kill('SIGTERM')
  await Promise.all(programs.map(({ ended }) => ended))
  for (const { pids = [] } of outcomes) expect(noneRuns(pids)).toBe(true)
})
