import type { DataFolder } from './data-folder.ts'
import { isPostmaster, type Postmaster } from './running-postmaster.ts'

const LOOK_EVERY_MS = 500

/** Calls back once, when the postmaster is gone; until the returned function is called. */
export function watchPostmaster(folder: DataFolder, postmaster: Postmaster, onGone: () => void): () => void {
  if (postmaster.child) {
    const { child } = postmaster
    if (child.exitCode !== null || child.signalCode !== null) queueMicrotask(onGone)
    else child.once('exit', onGone)
    return () => child.off('exit', onGone)
  }
  // The server that another process started is not our child: nothing tells us of its end.
  const timer = setInterval(() => {
    if (isPostmaster(folder, postmaster.pid)) return
    clearInterval(timer)
    onGone()
  }, LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
