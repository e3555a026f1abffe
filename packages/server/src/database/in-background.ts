/**
 * For work that goes on while something else is awaited: when that fails first, nobody waits for this any more, and its
 * failure must not end the program. Whoever awaits it still learns of it.
 */
export function inBackground<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined)
  return work
}
