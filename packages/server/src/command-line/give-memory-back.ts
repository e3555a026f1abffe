import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export type Rest = {
  /** How often to look whether there is work; a second look finds work that came in between. */
  readonly everyMs: number
  /** Below this many bytes of the program's memory nothing is done. */
  readonly modestBytes: number
}

const usual: Rest = { everyMs: 15_000, modestBytes: 128 * 1024 * 1024 }

/** Less than this share of one core: the program is at rest. */
const busyShare = 0.05

/** After the work, and once more when what is kept for a minute of further questions has been let go. */
const tidyAt: ReadonlySet<number> = new Set([1, 5])

/**
 * Gives memory back to the system when the program has come to rest after work, such as an import: V8 lets the heap stay
 * as large as it once was for as long as nothing more is asked of it. Tidying takes a tenth of a second. Until stopped.
 */
export function giveMemoryBack({ everyMs, modestBytes }: Rest = usual): { stop(): void } {
  const tidy = findTidy()
  let restful = 0
  let before = process.cpuUsage()
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(before)
    restful = user + system > everyMs * 1000 * busyShare ? 0 : restful + 1
    if (tidyAt.has(restful) && process.memoryUsage.rss() > modestBytes) tidy()
    before = process.cpuUsage()
  }, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

/** V8 gives back every page that it can only when it is told that this is the last resort. */
function findTidy(): () => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: object) => void
  return () => collect({ type: 'major', flavor: 'last-resort', execution: 'sync' })
}
