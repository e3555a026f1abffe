import type { DataFolder } from './data-folder.ts'
import { isPostmaster, isUnreachable, type Postmaster } from './running-postmaster.ts'

const LOOK_EVERY_MS = 500

export type Watch = {
  /** Looks now instead of waiting for the next time. */
  look(): void
  end(): void
}

/** Calls back once, when the postmaster is gone or out of reach, unless the watch is ended before. */
export function watchPostmaster(folder: DataFolder, postmaster: Postmaster, onGone: () => void): Watch {
  let watching = true
  const end = () => {
    watching = false
    clearInterval(timer)
    postmaster.child?.off('exit', look)
  }
  const look = () => {
    if (!watching || (isPostmaster(folder, postmaster.pid) && !isUnreachable(postmaster))) return
    end()
    onGone()
  }
  // A server that another process started is not our child: nothing tells us of its end.
  const timer = setInterval(look, LOOK_EVERY_MS).unref()
  postmaster.child?.once('exit', look)
  return { look, end }
}
