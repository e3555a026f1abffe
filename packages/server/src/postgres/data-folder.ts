import { accessSync, chmodSync, constants, mkdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { findStrangeFile } from './find-strange-file.ts'
import { explainFolderError, notAFolder } from './folder-failure.ts'
import { refused, type Started, started } from './refusal.ts'
import {
  canEnter,
  chooseServerUser,
  findStats,
  giveTo,
  giveToOwnerOf,
  isRoot,
  type ServerUser,
} from './server-user.ts'

/** Where the parts of a data folder lie, and as whom PostgreSQL runs in it. */
export type DataFolder = {
  path: string
  /** PostgreSQL's own files. */
  cluster: string
  /** Socket, lock and notes of who uses the database: nothing that must be kept. */
  run: string
  lockFile: string
  users: string
  /** What PostgreSQL said before its own log began. */
  startLog: string
  secrets: string
  serverUser: ServerUser
  /** False where a folder above shuts the server's user out, as /root does. */
  reachable: boolean
}

/** Makes what is missing of the data folder, or says why it cannot be used. */
export function openDataFolder(dataDir: string): Started<DataFolder> {
  return open(dataDir, prepare)
}

/** The part of it that an outside server needs as well. */
export type SecretsFolder = Pick<DataFolder, 'path' | 'secrets'>

export function openSecretsFolder(dataDir: string): Started<SecretsFolder> {
  return open(dataDir, (wanted) => {
    const made = makeDataFolder(wanted)
    if (!made.ok) return made
    const path = made.value
    const secrets = ensureOwnFolder(path, join(path, 'secrets'))
    return secrets.ok ? started({ path, secrets: secrets.value }) : secrets
  })
}

function open<T>(dataDir: string, prepareParts: (wanted: string) => Started<T>): Started<T> {
  if (/[\0\r\n]/.test(dataDir) || dataDir === '') {
    return refused(
      'path-unusable',
      'The path of the data folder holds a line break or nothing at all.',
      'Choose another data folder with --data.',
    )
  }
  const wanted = resolve(dataDir)
  try {
    return prepareParts(wanted)
  } catch (error) {
    return explainFolderError(wanted, error as NodeJS.ErrnoException)
  }
}

function prepare(wanted: string): Started<DataFolder> {
  const data = makeDataFolder(wanted)
  if (!data.ok) return data
  const path = data.value
  const cluster = join(path, 'postgres')
  const user = chooseServerUser(path, cluster)
  if (!user.ok) return user
  const run = join(path, 'run')
  const users = join(run, 'users')
  const secrets = join(path, 'secrets')
  const prepared = prepareRunFolder({ path, run, users, serverUser: user.value })
  if (!prepared.ok) return prepared
  const kept = ensureOwnFolder(path, secrets)
  if (!kept.ok) return kept
  if (findStats(cluster) && !statSync(cluster).isDirectory()) return notAFolder(cluster)
  const reachable = canEnter(user.value, run)
  if (!reachable && process.platform !== 'linux') return shutOut(path)
  accessSync(path, constants.W_OK | constants.X_OK)
  const lockFile = join(run, 'lock')
  const startLog = join(run, 'postgres-start.log')
  return started({
    path,
    cluster,
    run,
    lockFile,
    users,
    startLog,
    secrets,
    serverUser: user.value,
    reachable,
  })
}

/** Makes `run`, which holds nothing that must be kept and may therefore be deleted by anybody, also while it is used. */
export function prepareRunFolder({
  path,
  run,
  users,
  serverUser,
}: Pick<DataFolder, 'path' | 'run' | 'users' | 'serverUser'>): Started<void> {
  for (const folder of [run, users]) {
    const made = ensureOwnFolder(path, folder)
    if (!made.ok) return made
  }
  giveTo(serverUser, run)
  return started(undefined)
}

function makeDataFolder(wanted: string): Started<string> {
  // Only its owner looks into it; where root starts Sathi, the server's user must be able to pass through.
  makeFolder(wanted, isRoot() ? 0o711 : 0o700)
  const strange = findStrangeFile(wanted)
  if (strange === undefined) return started(realpathSync(wanted))
  return refused(
    'folder-not-ours',
    `${wanted} holds other files (${strange}), so it is no data folder of Sathi. Nothing was changed.`,
    'Choose a new or an empty folder with --data.',
  )
}

/** With the folders above it. Node's own way to do that never ends below /proc. */
function makeFolder(path: string, mode: number): void {
  if (statSync(path, { throwIfNoEntry: false })) return
  if (dirname(path) !== path) makeFolder(dirname(path), 0o755)
  mkdirSync(path, { mode })
}

function ensureOwnFolder(dataFolder: string, folder: string): Started<string> {
  const found = findStats(folder)
  if (found && !found.isDirectory()) return notAFolder(folder)
  if (!found) {
    mkdirSync(folder, { mode: 0o700 })
    giveToOwnerOf(dataFolder, folder)
  } else if ((found.mode & 0o077) !== 0) {
    chmodSync(folder, 0o700)
  }
  return started(folder)
}

function shutOut(path: string): Started<never> {
  return refused(
    'path-unusable',
    `PostgreSQL does not run as root, and the user it runs as instead cannot enter ${path}. Nothing was changed.`,
    'Start Sathi as an ordinary user, or choose a data folder that every user may enter, such as one under /var/lib.',
  )
}

/**
 * The path by which PostgreSQL is told where its files are. Where its user cannot walk there from the root of
 * the disk, it is started inside the folder and told that it is there: Linux lets every process reach its own
 * working folder without looking at the folders above.
 */
export function clusterArgument(folder: DataFolder, cluster: string): string {
  return folder.reachable ? cluster : '/proc/self/cwd'
}
