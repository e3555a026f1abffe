import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'

export type FolderLock = { release(): void }

const SQLITE_BUSY = 5

/**
 * Takes the lock of a data folder if nobody holds it. It is SQLite's file lock, which the operating system
 * itself gives back when the holder dies, so there is no stale lock to guess about.
 */
export function tryLockFolder(lockFile: string): FolderLock | undefined {
  const database = new DatabaseSync(lockFile, { timeout: 0 })
  try {
    // Nothing is ever written: on a full disk there is no room for a journal.
    database.exec('pragma journal_mode = memory; begin exclusive')
    return { release: () => database.close() }
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined
    throw error
  }
}

/** Waits for the lock; undefined when the signal is given first. */
export async function lockFolder(
  lockFile: string,
  options: { signal: AbortSignal; onWait?: () => void },
): Promise<FolderLock | undefined> {
  for (let attempt = 0; !options.signal.aborted; attempt += 1) {
    const lock = tryLockFolder(lockFile)
    if (lock) return lock
    if (attempt === 50) options.onWait?.()
    await pause(20)
  }
  return undefined
}
