import type { Office } from '@sathi/sync'
import { isUnreachable } from '@sathi/sync/device'

/** When the office last answered, in milliseconds of this page's clock; undefined while it has not since the page was loaded. */
export type Contact = { last(): number | undefined; onContact(listener: () => void): () => void }

/** The same office, with a note of when it last answered. */
export function withContact(office: Office): { readonly office: Office; readonly contact: Contact } {
  let last: number | undefined
  const listeners = new Set<() => void>()
  const noted =
    <Request, Answer extends object>(ask: (request: Request) => Promise<Answer>) =>
    async (request: Request): Promise<Answer> => {
      const answer = await ask(request)
      if (!isUnreachable(answer)) {
        last = Date.now()
        for (const listener of listeners) listener()
      }
      return answer
    }
  return {
    office: {
      hello: noted(office.hello),
      wiped: noted(office.wiped),
      push: noted(office.push),
      pull: noted(office.pull),
      blob: noted(office.blob),
      chunk: noted(office.chunk),
      fetch: noted(office.fetch),
    },
    contact: {
      last: () => last,
      onContact(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  }
}
