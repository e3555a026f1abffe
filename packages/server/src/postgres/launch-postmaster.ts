import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { clusterArgument, type DataFolder } from './data-folder.ts'
import type { Binaries } from './find-binaries.ts'
import { interrupted, type Started, started } from './refusal.ts'
import { clusterName, findPostmaster, type Postmaster } from './running-postmaster.ts'
import { killOnExit, programFile, runServerProgram, serverProgramOptions } from './server-program.ts'
import { SOCKET_PORT } from './socket-folder.ts'
import { explainStartFailure, readLastWords } from './start-failure.ts'

export type LaunchOptions = {
  binaries: Binaries
  socketFolder: string
  signal: AbortSignal
  onProgress: (line: string) => void
}

/** Starts the server on a folder that no server runs on, and waits until it takes connections. */
export async function launchPostmaster(
  folder: DataFolder,
  options: LaunchOptions,
): Promise<Started<Postmaster>> {
  if (process.platform === 'win32') return launchOnWindows(folder, options)
  const child = launch(folder, options)
  const keep = killOnExit(() => child.kill('SIGINT'))
  const ready = await waitUntilReady(folder, child, options)
  if (options.signal.aborted && !hasEnded(child)) {
    child.kill('SIGINT')
    await once(child, 'exit')
  }
  keep()
  return ready.ok ? started({ ...ready.value, child }) : ready
}

async function waitUntilReady(
  folder: DataFolder,
  child: ChildProcess | undefined,
  options: LaunchOptions,
): Promise<Started<Postmaster>> {
  const beganAt = Date.now()
  let progressAt = beganAt + 3000
  while (!options.signal.aborted) {
    const postmaster = findPostmaster(folder)
    if (postmaster?.phase === 'ready') return started(postmaster)
    if (child ? hasEnded(child) : !postmaster) return explainStartFailure(folder, await readLastWords(folder))
    if (Date.now() > progressAt) {
      options.onProgress('PostgreSQL is bringing its files in order after an unclean stop; nothing is lost …')
      progressAt += 10_000
    }
    await pause(Date.now() - beganAt < 1000 ? 5 : 50)
  }
  return interrupted()
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

function launch(folder: DataFolder, options: LaunchOptions): ChildProcess {
  const socket = join(options.socketFolder, `.s.PGSQL.${SOCKET_PORT}`)
  // Left by a killed server; their process id may belong to another process by now.
  for (const file of [socket, `${socket}.lock`]) rmSync(file, { force: true })
  const listen = ['-k', options.socketFolder, '-p', String(SOCKET_PORT), '-c', 'listen_addresses=']
  const log = openSync(folder.startLog, 'w', 0o600)
  const child = spawn(programFile(options.binaries.bin, 'postgres'), serverArguments(folder, listen), {
    ...serverProgramOptions(folder.serverUser, folder.cluster),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.on('error', () => undefined)
  child.unref()
  return child
}

/** pg_ctl gives up an administrator's rights, with which PostgreSQL would refuse to run. */
async function launchOnWindows(folder: DataFolder, options: LaunchOptions): Promise<Started<Postmaster>> {
  const listen = ['-p', String(await findFreePort()), '-c', 'listen_addresses=127.0.0.1']
  const serverOptions = serverArguments(folder, listen).slice(2).join(' ')
  const args = ['start', '-D', folder.cluster, '-l', folder.startLog, '-w', '-t', '600', '-o', serverOptions]
  await runServerProgram(programFile(options.binaries.bin, 'pg_ctl'), args, {
    user: folder.serverUser,
    cwd: folder.cluster,
    signal: options.signal,
  })
  return waitUntilReady(folder, undefined, options)
}

function serverArguments(folder: DataFolder, listen: string[]): string[] {
  return [
    '-D',
    clusterArgument(folder, folder.cluster),
    '-c',
    `cluster_name=${clusterName(folder)}`,
    ...listen,
  ]
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : SOCKET_PORT
}
