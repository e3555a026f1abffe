import { type FileHandle, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { done, type Outcome } from '../refusal/index.ts'
import { beginUnfinished, placeFile } from '../unfinished/index.ts'
import { isUnchanged, type Place, refuseTaken } from './judge-place.ts'

/**
 * Writes a file that is there whole or not at all, and that nobody but its owner may read. What has come to stand at its
 * path since the place was judged is not replaced.
 */
export async function placeBackup<T>(
  path: string,
  place: Place,
  write: (file: FileHandle) => Promise<T>,
): Promise<Outcome<T>> {
  const unfinished = await beginUnfinished(dirname(path))
  try {
    const file = await open(unfinished.path, 'wx', 0o600)
    const answer = await write(file).finally(() => file.close())
    if (place.state === 'free') await placeFile(unfinished.path, path)
    else if (await isUnchanged(path, place.mark)) await rename(unfinished.path, path)
    else return refuseTaken()
    await syncFolder(dirname(path))
    return done(answer)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return refuseTaken()
    throw error
  } finally {
    await unfinished.end()
  }
}

/** The new name survives a power cut only when the folder is on the disk too; Windows has no way to ask for it. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}
