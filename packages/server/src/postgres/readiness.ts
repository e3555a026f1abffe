/** Whether the server takes connections, for those who wait until it does. */
export type Readiness = {
  reached(): void
  lost(): void
  /** There will be none any more; whoever waits is told so by an error. */
  ended(): void
  /** Resolves when it is reached. A program whose only work is this waiting goes on living. */
  wait(): Promise<void>
}

export function trackReadiness(): Readiness {
  let current = newPromise()
  return {
    reached: () => current.resolve(),
    lost: () => {
      current = newPromise()
    },
    ended: () => {
      const error = new Error('PostgreSQL has been stopped')
      current.reject(error)
      current = newPromise()
      current.reject(error)
    },
    wait: async () => {
      const keepAlive = setInterval(() => undefined, 60_000)
      try {
        await current.promise
      } finally {
        clearInterval(keepAlive)
      }
    },
  }
}

function newPromise() {
  const promise = Promise.withResolvers<void>()
  // Perhaps nobody is waiting when it ends.
  promise.promise.catch(() => undefined)
  return promise
}
