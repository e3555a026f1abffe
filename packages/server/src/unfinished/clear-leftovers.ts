import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { prefix, tryHold } from './hold.ts'

/** Removes what programs of this user that are no more have left unfinished in a folder; never what one still writes. */
export async function clearLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) if (name.startsWith(prefix)) await clear(join(folder, name))
}

async function clear(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined)
  const isOwn = process.getuid === undefined || found?.uid === process.getuid()
  if (!found?.isDirectory() || !isOwn) return
  const hold = tryHold(path)
  if (hold === 'held' || hold === 'no-locks') return
  const remove = (): Promise<void> => rm(path, { recursive: true, force: true }).catch(() => undefined)
  await remove()
  hold.release()
  // Windows removes no file that is open.
  await remove()
}
