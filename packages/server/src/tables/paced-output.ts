import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'

/** A stream that is written to no faster than it takes; a stream that breaks is an error at the next step. */
export function pacedOutput(out: Writable) {
  const done = finished(out, { readable: false })
  // Whoever writes next hears of a failure; before that nobody is waiting for it.
  done.catch(() => {})
  return {
    async write(text: string): Promise<void> {
      if (out.destroyed) await done
      if (!out.write(text)) await this.drained()
    },
    /** Waits until the receiver has caught up, or is gone. */
    async drained(): Promise<void> {
      if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), done])
    },
    async end(): Promise<void> {
      out.end()
      await done
    },
    done,
  }
}
