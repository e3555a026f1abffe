import { join } from 'node:path'
import { type FolderLock, tryLockFolder } from '../postgres/index.ts'

/** How the names of folders begin in which something is being written. */
export const prefix = '.sathi-unfinished-'

/**
 * Holds such a folder for as long as this program lives: the operating system gives the lock back when its holder dies,
 * however it dies. Some network disks know no locks.
 */
export function tryHold(folder: string): FolderLock | 'held' | 'no-locks' {
  try {
    return tryLockFolder(join(folder, 'lock')) ?? 'held'
  } catch {
    return 'no-locks'
  }
}
