import { existsSync } from 'node:fs'
import { type DataFolder, prepareRunFolder } from './data-folder.ts'
import { type FolderLock, lockFolder, tryLockFolder } from './folder-lock.ts'
import { countFolderUsers, type FolderUser } from './folder-users.ts'
import { findPostmaster, readPidFile } from './running-postmaster.ts'
import { removeSocketFolder } from './socket-folder.ts'
import { askToStop, stopPostmaster } from './stop-postmaster.ts'

/** Another program may hold the lock while it brings the server up; it will be the last one out then. */
const WAIT_FOR_LOCK_MS = 30_000

/** Ends one program's use of the folder. The last one out stops the server and waits until it has stopped. */
export async function leaveFolder(folder: DataFolder, user: Pick<FolderUser, 'leave'>): Promise<void> {
  if (isGone(folder)) return
  const lock = await lockToLeave(folder)
  user.leave()
  if (!lock) return
  try {
    if (countFolderUsers(folder.users) > 0) return
    const postmaster = findPostmaster(folder)
    if (postmaster) await stopPostmaster(folder, postmaster)
    // Its file of process ids goes when a server stops; one that runs out of our sight keeps its socket.
    if (readPidFile(folder).length === 0) removeSocketFolder(folder)
  } finally {
    lock.release()
  }
}

/** The same in the moment in which the process exits, when nothing can be waited for, nor anything reported. */
export function leaveFolderAtOnce(folder: DataFolder, user: Pick<FolderUser, 'leave'>): void {
  if (isGone(folder)) return
  let lock: FolderLock | undefined
  try {
    prepareRunFolder(folder)
    lock = tryLockFolder(folder.lockFile)
    user.leave()
    const postmaster = lock && countFolderUsers(folder.users) === 0 ? findPostmaster(folder) : undefined
    if (postmaster) askToStop(postmaster)
  } catch {
    // The server goes on running, and the next program joins it.
  }
  lock?.release()
}

/** Somebody has deleted the folder, or its database was never made. A server notices by itself and ends within a minute. */
function isGone(folder: DataFolder): boolean {
  return !existsSync(folder.users) && !existsSync(folder.cluster)
}

/** Undefined where the folder cannot be locked: then its server goes on running, and the next program joins it. */
async function lockToLeave(folder: DataFolder): Promise<FolderLock | undefined> {
  try {
    // It may have been deleted while the server ran.
    prepareRunFolder(folder)
    return await lockFolder(folder.lockFile, { signal: AbortSignal.timeout(WAIT_FOR_LOCK_MS) })
  } catch {
    return undefined
  }
}
