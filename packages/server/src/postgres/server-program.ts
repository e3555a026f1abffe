import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import type { ServerUser } from './server-user.ts'

export type ServerProgram = 'initdb' | 'postgres' | 'pg_ctl'

export function programFile(binFolder: string, program: ServerProgram): string {
  return `${binFolder}/${program}${process.platform === 'win32' ? '.exe' : ''}`
}

/**
 * How every program of PostgreSQL is run: as the server's user, and with none of this process's environment,
 * since PGDATA, PGPORT, PGOPTIONS and their like would change what it does.
 */
export function serverProgramOptions(user: ServerUser, cwd: string) {
  const windows = process.platform === 'win32'
  const inherited = windows ? ['SystemRoot', 'TEMP', 'TMP', 'PATH'] : ['PATH']
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' }
  for (const name of inherited) if (process.env[name]) env[name] = process.env[name]
  return { cwd, env, windowsHide: true, ...(user === 'myself' ? {} : user) }
}

export type ProgramTrial =
  | { runs: true; version: string; major: number }
  | { runs: false; code: string; said: string }

/** Runs `initdb --version` and `postgres --version` as the server's user: the only sure sign that they run. */
export function tryPrograms(binFolder: string, user: ServerUser): ProgramTrial {
  const options = { ...serverProgramOptions(user, '/'), encoding: 'utf8' as const, timeout: 20_000 }
  const initdb = spawnSync(programFile(binFolder, 'initdb'), ['--version'], options)
  if (initdb.status !== 0) return failedTrial(initdb)
  const postgres = spawnSync(programFile(binFolder, 'postgres'), ['--version'], options)
  const [, version, major] = /\(PostgreSQL\) ((\d+)[\d.a-z]*)/.exec(postgres.stdout ?? '') ?? []
  if (!version || !major) return failedTrial(postgres)
  return { runs: true, version, major: Number(major) }
}

function failedTrial(run: SpawnSyncReturns<string>): ProgramTrial {
  const code = (run.error as NodeJS.ErrnoException | undefined)?.code ?? ''
  return { runs: false, code, said: (run.stderr ?? '').trim().split('\n')[0] ?? '' }
}

export type ProgramRun = { status: number | undefined; said: string }

const killers = new Set<() => void>()

/** Ends, at once, every program that is not to outlive this process, which is exiting. */
export function killPrograms(): void {
  for (const kill of killers) kill()
}

/** Has a program ended when this process exits, until the returned function is called. */
export function killOnExit(kill: () => void): () => void {
  killers.add(kill)
  return () => killers.delete(kill)
}

/** Runs a program to its end. When the signal is given it is killed with all that it started. */
export async function runServerProgram(
  file: string,
  args: string[],
  options: { user: ServerUser; cwd: string; input?: string; signal: AbortSignal },
): Promise<ProgramRun> {
  // In a process group of its own: Ctrl-C at the terminal reaches Sathi alone, which then ends it in order.
  const child = spawn(file, args, {
    ...serverProgramOptions(options.user, options.cwd),
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const kill = () => killGroup(child.pid)
  const keep = killOnExit(kill)
  options.signal.addEventListener('abort', kill)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  // A program that ends early closes its input; how it ended is told by its status.
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input ?? '')
  const status = await new Promise<number | undefined>((resolve) => {
    child.on('error', (error) => {
      said += error.message
      resolve(undefined)
    })
    child.on('close', (code) => resolve(code ?? undefined))
  })
  keep()
  options.signal.removeEventListener('abort', kill)
  return { status, said }
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
