import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { findBinaries } from '../find-binaries.ts'
import { programFile, runServerProgram, serverProgramOptions } from '../server-program.ts'
import { chooseServerUser, giveTo, type ServerUser } from '../server-user.ts'
import { until, wanted } from './temporary-data.ts'

/** Runs PostgreSQL on a cluster without Sathi's supervisor, as an administrator would; until the test is over. */
export async function spawnByHand(parent: string, cluster: string): Promise<ChildProcess> {
  const user = wanted(chooseServerUser(parent, cluster))
  const { bin } = wanted(findBinaries(user))
  const sockets = join(parent, 'sockets')
  mkdirSync(sockets)
  giveTo(user, sockets)
  const child = spawn(
    programFile(bin, 'postgres'),
    ['-D', cluster, '-k', sockets, '-c', 'listen_addresses='],
    {
      ...serverProgramOptions(user, cluster),
      stdio: 'ignore',
    },
  )
  onTestFinished(async () => {
    const ended = new Promise((resolve) => child.on('exit', resolve))
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGINT')) await ended
  })
  const pidFile = join(cluster, 'postmaster.pid')
  await until(
    () => child.exitCode !== null || (existsSync(pidFile) && /ready/.test(readFileSync(pidFile, 'utf8'))),
  )
  return child
}

/** A PostgreSQL server that somebody else runs, with a superuser `postgres` who needs no password. */
export async function startOutsidePostgres(parent: string) {
  const cluster = join(parent, 'outside')
  mkdirSync(cluster, { mode: 0o700 })
  const user = wanted(chooseServerUser(parent, cluster))
  giveTo(user, cluster)
  await initialise(cluster, user)
  const hba = join(cluster, 'pg_hba.conf')
  writeFileSync(hba, 'local all postgres trust\nlocal all all scram-sha-256\n')
  await spawnByHand(parent, cluster)
  const host = encodeURIComponent(join(parent, 'sockets'))
  return { url: (user: string, password: string) => `postgresql://${user}:${password}@${host}:5432/postgres` }
}

async function initialise(cluster: string, user: ServerUser): Promise<void> {
  const { bin } = wanted(findBinaries(user))
  const args = ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  const run = await runServerProgram(programFile(bin, 'initdb'), args, {
    user,
    cwd: cluster,
    signal: new AbortController().signal,
  })
  if (run.status !== 0) throw new Error(run.said)
}
