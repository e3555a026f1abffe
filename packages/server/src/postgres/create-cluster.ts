import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { writeFirstSettings } from './cluster-settings.ts'
import { clusterArgument, type DataFolder } from './data-folder.ts'
import type { Binaries } from './find-binaries.ts'
import { explainFolderError } from './folder-failure.ts'
import { prepareRoles } from './prepare-roles.ts'
import { interrupted, type Started, started } from './refusal.ts'
import { programFile, runServerProgram } from './server-program.ts'
import { giveTo } from './server-user.ts'
import { explainStartFailure } from './start-failure.ts'

const UNFINISHED = 'postgres.new-'

export type CreateOptions = { binaries: Binaries; ownerRights?: string; signal: AbortSignal }

/**
 * Makes the database's files, with logins and database, under another name, and gives them their right name
 * last: what is found under that name is whole, and what a killed process left half made is thrown away.
 */
export async function createCluster(folder: DataFolder, options: CreateOptions): Promise<Started<void>> {
  try {
    await removeUnfinished(folder)
    const unfinished = join(folder.path, `${UNFINISHED}${process.pid}`)
    mkdirSync(unfinished, { mode: 0o700 })
    giveTo(folder.serverUser, unfinished)
    const failure = await fill(folder, unfinished, options)
    if (options.signal.aborted || failure !== '') {
      await removeUnfinished(folder)
      return options.signal.aborted ? interrupted() : explainStartFailure(folder, failure)
    }
    renameSync(unfinished, folder.cluster)
    syncFolder(folder.path)
    return started(undefined)
  } catch (error) {
    return explainFolderError(folder.path, error as NodeJS.ErrnoException)
  }
}

async function fill(folder: DataFolder, cluster: string, options: CreateOptions): Promise<string> {
  const { bin, major } = options.binaries
  // Sorting and letters by PostgreSQL's own tables where it has them: the same on every system and for ever.
  const locale =
    major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8']
  const args = [
    '-D',
    clusterArgument(folder, cluster),
    '-U',
    'postgres',
    '-A',
    'reject',
    '-E',
    'UTF8',
    '-k',
    ...locale,
  ]
  const run = await runServerProgram(programFile(bin, 'initdb'), args, {
    user: folder.serverUser,
    cwd: cluster,
    signal: options.signal,
  })
  if (run.status !== 0) return run.said || 'initdb ended without a word'
  if (options.signal.aborted) return ''
  writeFirstSettings(folder, cluster, major)
  return prepareRoles(folder, cluster, { ...options, bin })
}

/**
 * The programs of a killed process may still be writing there for a moment; they end when their files go, and
 * then remove files themselves, which can make this removal stop half-way. So it is repeated.
 */
async function removeUnfinished(folder: DataFolder): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const left = readdirSync(folder.path).filter((name) => name.startsWith(UNFINISHED))
    if (left.length === 0) return
    for (const name of left) rmSync(join(folder.path, name), { recursive: true, force: true, maxRetries: 5 })
    await pause(10)
  }
}

/** Without this a power cut could take back the new name. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
