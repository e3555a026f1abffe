import { existsSync } from 'node:fs'
import type { DataFolder } from './data-folder.ts'
import { lockFolder, tryLockFolder } from './folder-lock.ts'
import { countFolderUsers, type FolderUser } from './folder-users.ts'
import { findPostmaster, readPidFile } from './running-postmaster.ts'
import { removeSocketFolder } from './socket-folder.ts'
import { askToStop, stopPostmaster } from './stop-postmaster.ts'

/** Another program may hold the lock while it brings the server up; it will be the last one out then. */
const WAIT_FOR_LOCK_MS = 30_000

/** Ends one program's use of the folder. The last one out stops the server and waits until it has stopped. */
export async function leaveFolder(folder: DataFolder, user: FolderUser): Promise<void> {
  // Where somebody has deleted the folder, the server notices by itself and ends within a minute.
  if (!existsSync(folder.users)) return
  const lock = await lockFolder(folder.lockFile, { signal: AbortSignal.timeout(WAIT_FOR_LOCK_MS) })
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

/** The same in the moment in which the process exits, when nothing can be waited for. */
export function leaveFolderAtOnce(folder: DataFolder, user: FolderUser): void {
  if (!existsSync(folder.users)) return
  const lock = tryLockFolder(folder.lockFile)
  user.leave()
  if (!lock) return
  const postmaster = countFolderUsers(folder.users) === 0 ? findPostmaster(folder) : undefined
  if (postmaster) askToStop(postmaster)
  lock.release()
}
