import { journalScreens } from '../journal/index.ts'
import { fetchLanguages } from '../language/index.ts'
import { programmeScreens } from '../programme/index.ts'

/** What a screen is made of could not be fetched, because no server was there. */
export class ScreenNotReached extends Error {}

/**
 * Fetches a screen's code and says so when it does not come. The router would take the browser's own error for an old
 * version of the page and load it anew, which without a server leads out of Sathi.
 */
export function fetched<Screen>(load: () => Promise<Screen>): () => Promise<Screen> {
  return async () => {
    try {
      return await load()
    } catch {
      throw new ScreenNotReached('A screen did not arrive')
    }
  }
}

/** Fetches every other screen and language when nothing else is to do, so that they are there when the server is not. */
export async function fetchAhead(): Promise<void> {
  await idle()
  const loads: readonly (() => Promise<unknown>)[] = [
    fetchLanguages,
    ...Object.values(programmeScreens),
    ...Object.values(journalScreens),
  ]
  await Promise.allSettled(loads.map((load) => load()))
}

/** Safari knows no idle time. */
function idle(): Promise<unknown> {
  return new Promise((resolve) =>
    typeof requestIdleCallback === 'function' ? requestIdleCallback(resolve) : setTimeout(resolve, 2000),
  )
}
