import { accessSync, chmodSync, constants, mkdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { refused, type Started, started } from './refusal.ts'
import {
  canEnter,
  chooseServerUser,
  findStats,
  giveTo,
  giveToOwnerOf,
  isRoot,
  noServerUser,
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
  if (/[\0\r\n]/.test(dataDir) || dataDir === '') {
    return refused(
      'path-unusable',
      'The path of the data folder holds a line break or nothing at all.',
      'Choose another data folder with --data.',
    )
  }
  const wanted = resolve(dataDir)
  try {
    return prepare(wanted)
  } catch (error) {
    return explainFolderError(wanted, error as NodeJS.ErrnoException)
  }
}

function prepare(wanted: string): Started<DataFolder> {
  // Only its owner looks into it; where root starts Sathi, the server's user must be able to pass through.
  makeFolder(wanted, isRoot() ? 0o711 : 0o700)
  const path = realpathSync(wanted)
  const cluster = join(path, 'postgres')
  const user = chooseServerUser(path, cluster)
  if (!user.ok) return user
  const run = join(path, 'run')
  const users = join(run, 'users')
  const secrets = join(path, 'secrets')
  for (const folder of [run, users, secrets]) {
    const made = ensureOwnFolder(path, folder)
    if (!made.ok) return made
  }
  if (findStats(cluster) && !statSync(cluster).isDirectory()) return notAFolder(cluster)
  giveTo(user.value, run)
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

function notAFolder(path: string): Started<never> {
  return refused(
    'path-unusable',
    `${path} is not a folder of its own (it is a file or a link). Nothing was changed.`,
    'Move it away, or choose another data folder with --data.',
  )
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

/** Words a failed file operation in the data folder. */
export function explainFolderError(path: string, error: NodeJS.ErrnoException): Started<never> {
  const place = error.path ?? path
  // Some containers know no user but root.
  if (error.syscall === 'lchown')
    return noServerUser('this container does not let root give files to another user')
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return refused(
        'folder-not-writable',
        `${place} cannot be written: ${error.code === 'EROFS' ? 'the disk is read-only' : 'this user has no permission'}. What is in it is unchanged.`,
        'Start Sathi as the user who owns the folder, give this user the folder, or choose another one with --data.',
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(place)
    case 'ENOTDIR':
    case 'EEXIST':
      return notAFolder(place)
    case 'ENAMETOOLONG':
    case 'ELOOP':
    case 'EINVAL':
    case 'ENOENT':
      return refused(
        'path-unusable',
        `${place} cannot be used as a folder (${error.code}).`,
        'Choose another data folder with --data.',
      )
    case 'EIO':
      return refused(
        'path-unusable',
        `The disk that holds ${place} reports an error of its own.`,
        'Do not write to this disk. Restore the latest backup on another one.',
      )
    case 'ERR_SQLITE_ERROR':
      return refused(
        'folder-not-writable',
        `The folder ${path} cannot be locked (${error.message}), so two programs could harm each other in it. The data is unchanged.`,
        'Start Sathi as the user who owns the folder, or keep the data on a disk of this computer, not on a network drive.',
      )
    default:
      throw error
  }
}

export function diskFull(place: string): Started<never> {
  return refused(
    'disk-full',
    `The disk that holds ${place} is full. Everything saved so far is safe.`,
    'Free some space (at least 1 GB), then start again.',
  )
}
