/** One calm line to the person at the terminal. On stderr, so that `--format json` leaves pure JSON on stdout. */
export function say(/** @type {string} */ line) {
  process.stderr.write(`${line}\n`)
}

/** What stops a command for a reason the person can do something about. Worded whole; shown without a stack trace. */
export class Hindrance extends Error {
  /**
   * @param {{ happened: string, safe: string, next: string }} words what happened, what is safe, what to do next
   */
  constructor({ happened, safe, next }) {
    super(`${happened}\n${safe}\n${next}`)
    this.name = 'Hindrance'
  }
}

/**
 * The exit status for whatever ended a command: a hindrance is worded, anything else is a fault of ours and keeps
 * its stack so that it can be reported.
 * @param {unknown} reason
 * @returns {number}
 */
export function sayWhyItStopped(reason) {
  if (reason instanceof Hindrance) say(reason.message)
  else say(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason))
  return 1
}
