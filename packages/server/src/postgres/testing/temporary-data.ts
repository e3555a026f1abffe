import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { startEmbeddedServer } from '../embedded-server.ts'
import { lockFolder } from '../folder-lock.ts'
import type { PostgresServer } from '../postgres-server.ts'
import { processExists, processesNaming } from '../process-table.ts'
import type { PostgresRefusal, Started } from '../refusal.ts'
import { startPostgres } from '../start-postgres.ts'
import { TEST_FOLDER_VARIABLE } from './test-postgres.ts'

/** A folder of its own for one test, in which nothing runs any more and which is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = makeTemporaryFolder()
  onTestFinished(() => removeTemporaryFolder(folder))
  return folder
}

export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sathi-pg-'))
  chmodSync(folder, 0o711)
  return folder
}

export function removeTemporaryFolder(folder: string): void {
  for (const pid of processesNaming(folder)) if (pid !== process.pid) process.kill(pid, 'SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}

/** A data folder whose database was stopped in good order. Much faster than a first start. */
export async function usedDataFolder(parent = temporaryFolder()): Promise<string> {
  const dataDir = join(parent, 'data')
  // Not fs.cp, which gives every copy to the user who copies.
  execFileSync('cp', ['-a', await originalDataFolder(), dataDir])
  return dataDir
}

/** Made once in a test run, by whichever test comes first, while the others wait. */
async function originalDataFolder(): Promise<string> {
  const run = process.env[TEST_FOLDER_VARIABLE]
  if (!run) throw new Error('The folder of this test run is not set; see global-setup.ts')
  const original = join(run, '..', 'original')
  const lock = await lockFolder(`${original}.lock`, { signal: AbortSignal.timeout(60_000) })
  if (!existsSync(original)) {
    const server = wanted(await startEmbeddedServer({ dataDir: `${original}.new` }))
    await server.stop()
    renameSync(`${original}.new`, original)
  }
  lock?.release()
  return original
}

/** Starts the database in this process and stops it when the test is over. */
export async function startHere(dataDir: string): Promise<PostgresServer> {
  const server = wanted(await startPostgres({ dataDir }))
  onTestFinished(() => server.stop())
  return server
}

export function wanted<T>(outcome: Started<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal.kind}: ${outcome.refusal.message}`)
  return outcome.value
}

export function refusalOf(outcome: Started<unknown>): PostgresRefusal {
  if (outcome.ok) throw new Error('It was not refused')
  return outcome.refusal
}

export type Said = { adopted?: boolean; pids?: number[]; refusal?: PostgresRefusal; progress?: string }

/** Runs the database program of this folder as a process of its own. */
export function runDatabaseProgram(
  dataDir: string,
  options: { mode?: string; file?: string; uid?: number; gid?: number; env?: NodeJS.ProcessEnv } = {},
) {
  const { mode = 'stay', file = databaseProgram(), env, ...user } = options
  const child = spawn(process.execPath, [file, dataDir, mode], {
    ...user,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal }))
  })
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  const progress = Promise.withResolvers<string>()
  const outcome = Promise.withResolvers<Said>()
  createInterface(child.stdout)
    .on('line', (line) => {
      const said: Said = JSON.parse(line)
      if (said.progress) progress.resolve(said.progress)
      else outcome.resolve(said)
    })
    .on('close', () => outcome.reject(new Error('The program ended without a word')))
  // Tests that kill the program do not wait for its word.
  outcome.promise.catch(() => undefined)
  return { child, ended, progress: progress.promise, outcome: outcome.promise }
}

function databaseProgram(): string {
  return fileURLToPath(new URL('./database-program.ts', import.meta.url))
}

/** Waits until the condition holds; the test's own time limit ends a wait in vain. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10))
}

export function noneRuns(pids: number[]): boolean {
  return pids.every((pid) => !processExists(pid) || isDead(pid))
}

/** Dead but not collected by its parent, as orphans are where no init process runs. */
function isDead(pid: number): boolean {
  return execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z')
}
