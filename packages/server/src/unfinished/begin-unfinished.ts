import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { clearLeftovers } from './clear-leftovers.ts'
import { prefix, tryHold } from './hold.ts'

/** Something being written beside the place where it will stand, so that it is never seen there half-written. */
export type Unfinished = {
  /** Where to write it, as a file or a folder. Nothing is there yet, and only its owner may look in. */
  readonly path: string
  /** Removes what was not moved to its place. */
  end(): Promise<void>
}

/** Begins something in a folder, and clears away what programs that were killed have left unfinished in it. */
export async function beginUnfinished(folder: string): Promise<Unfinished> {
  await clearLeftovers(folder)
  for (;;) {
    const own = join(folder, `${prefix}${randomUUID().slice(0, 8)}`)
    await mkdir(own, { mode: 0o700 })
    const hold = tryHold(own)
    // Somebody who clears leftovers was quicker, and takes this one for one.
    if (hold === 'held') continue
    return {
      path: join(own, 'content'),
      async end() {
        if (hold !== 'no-locks') hold.release()
        await rm(own, { recursive: true, force: true }).catch(() => undefined)
      },
    }
  }
}
