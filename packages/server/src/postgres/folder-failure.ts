import { statfsSync } from 'node:fs'
import { refused, type Started } from './refusal.ts'
import { noServerUser } from './server-user.ts'

const leastFreeBytes = 64 * 1024

/** Words a failed operation on the data folder; what is no failure of the system is a bug and goes on its way. */
export function explainFolderError(path: string, error: NodeJS.ErrnoException): Started<never> {
  const place = error.path ?? path
  // Some containers know no user but root.
  if (error.syscall === 'lchown' && (error.code === 'EPERM' || error.code === 'EINVAL')) {
    return noServerUser('this container does not let root give files to another user')
  }
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
      if (isFull(path)) return diskFull(path)
      return refused(
        'folder-not-writable',
        `The folder ${path} cannot be locked (${error.message}), so two programs could harm each other in it. The data is unchanged.`,
        'Start Sathi as the user who owns the folder, or keep the data on a disk of this computer, not on a network drive.',
      )
    case undefined:
      throw error
    default:
      return refused(
        'does-not-start',
        `The system does not let Sathi start PostgreSQL: ${error.message}. Everything saved so far is safe.`,
        'Close other programs, or start the computer again, and then Sathi.',
      )
  }
}

/** SQLite does not say why it could not make or write its file. */
function isFull(path: string): boolean {
  try {
    const { bavail, bsize, files, ffree } = statfsSync(path)
    // Some file systems do not count files.
    return bavail * bsize < leastFreeBytes || (files > 0 && ffree === 0)
  } catch {
    return false
  }
}

export function diskFull(place: string): Started<never> {
  return refused(
    'disk-full',
    `The disk that holds ${place} is full. Everything saved so far is safe.`,
    'Free some space (at least 1 GB), then try again.',
  )
}

export function folderGone(path: string): Started<never> {
  return refused(
    'path-unusable',
    `The data folder ${path} is gone: it was moved or deleted, or its disk was taken away, while Sathi was working in it.`,
    'Put it back where it was, or restore the latest backup into a new one; then start again.',
  )
}

export function notAFolder(path: string): Started<never> {
  return refused(
    'path-unusable',
    `${path} is not a folder of its own (it is a file or a link). Nothing was changed.`,
    'Move it away, or choose another data folder with --data.',
  )
}
