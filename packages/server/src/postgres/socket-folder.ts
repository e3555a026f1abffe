import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DataFolder } from './data-folder.ts'
import { refused, type Started, started } from './refusal.ts'
import { findStats, giveTo } from './server-user.ts'

/** A socket's path may have 107 bytes on Linux and 103 on macOS and the BSDs. */
const LONGEST_SOCKET_PATH = 103
const SHORT_FOLDER_PARENT = '/tmp'
export const SOCKET_PORT = 5432

/**
 * Where the server listens: the data folder's `run`, or, where that path is too long, has characters that
 * PostgreSQL reads as separators, or lies behind a folder shut to the server's user, a short folder in /tmp
 * that belongs to that user alone. The same data folder always gives the same answer.
 */
export function chooseSocketFolder(folder: DataFolder): string {
  if (process.platform === 'win32') return folder.run
  const length = Buffer.byteLength(join(folder.run, `.s.PGSQL.${SOCKET_PORT}`))
  const plain = !/[,"'\s\\]/.test(folder.run)
  if (folder.reachable && plain && length <= LONGEST_SOCKET_PATH) return folder.run
  const short = createHash('sha256').update(folder.path).digest('hex').slice(0, 16)
  return join(SHORT_FOLDER_PARENT, `sathi-${short}`)
}

/** Makes the short folder; refuses one that somebody else put there first. */
export function prepareSocketFolder(folder: DataFolder, socketFolder: string): Started<string> {
  if (socketFolder === folder.run) return started(socketFolder)
  if (!findStats(socketFolder)) {
    mkdirSync(socketFolder, { mode: 0o700 })
    giveTo(folder.serverUser, socketFolder)
  }
  if (!isOurs(folder, socketFolder)) {
    return refused(
      'folder-not-ours',
      `${socketFolder}, where the database would listen, belongs to somebody else. Your data is unchanged.`,
      `Have ${socketFolder} removed by its owner or the administrator, or choose a data folder with a shorter path.`,
    )
  }
  chmodSync(socketFolder, 0o700)
  return started(socketFolder)
}

/** Takes the short folder away when the server has stopped. */
export function removeSocketFolder(folder: DataFolder): void {
  const socketFolder = chooseSocketFolder(folder)
  if (socketFolder === folder.run || !isOurs(folder, socketFolder)) return
  rmSync(socketFolder, { recursive: true, force: true })
}

function isOurs(folder: DataFolder, socketFolder: string): boolean {
  const stats = findStats(socketFolder)
  const owner = folder.serverUser === 'myself' ? process.getuid?.() : folder.serverUser.uid
  return stats?.isDirectory() === true && stats.uid === owner
}
