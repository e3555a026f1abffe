import { type Refusal, refuse } from '../refusal/index.ts'

const words: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'the system does not allow it',
  EPERM: 'the system does not allow it',
  EROFS: 'the disk takes no new files',
  EISDIR: 'it is not a plain file',
  ENOTDIR: 'it is not in a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
}

/** What the operating system will not do with a backup file, in words; any other error is thrown on. */
export function refuseFile(
  error: unknown,
  doing: 'read' | 'write',
): { readonly ok: false; readonly refusal: Refusal } {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
  const code = String(error.code)
  // A connection to the database has system calls too.
  if (error.syscall === 'connect') throw error
  const why = words[code] ?? `the system says ${code}`
  return doing === 'write'
    ? refuse('file-unwritable', `The backup cannot be written: ${why}.`, 'Choose another place for the file.')
    : refuse(
        'file-unreadable',
        `The backup cannot be read: ${why}.`,
        'Look at the name and the place of the file.',
      )
}
