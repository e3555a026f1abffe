import { link, lstat, rename } from 'node:fs/promises'

/** Gives a finished file the name it is to have. Throws EEXIST, and replaces nothing, where something has that name. */
export async function placeFile(from: string, to: string): Promise<void> {
  try {
    // A second name for it is given at once or not at all; the first goes with the folder it was written in.
    return await link(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
  }
  // Memory sticks often know only one name for a file.
  if ((await lstat(to).catch(() => undefined)) !== undefined) {
    throw Object.assign(new Error('something has that name'), { syscall: 'link', code: 'EEXIST' })
  }
  await rename(from, to)
}
