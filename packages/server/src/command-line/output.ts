/** Where a command speaks: results on standard output, progress and the reason of a failure on standard error. */
export type Output = {
  line(text: string): void
  /** One line that is written over; only where somebody watches. */
  progress(text: string): void
  endProgress(): void
  reason(text: string): void
  /** Waits until all is written. Gives the error where it could not be; a reader who has left is none. */
  finish(): Promise<NodeJS.ErrnoException | undefined>
}

const leastMillisBetween = 100

export function terminalOutput(): Output {
  let shown = false
  let shownAt = 0
  let broken: NodeJS.ErrnoException | undefined
  const watched = process.stderr.isTTY === true
  for (const stream of [process.stdout, process.stderr]) {
    // Whoever pipes into `head` reads no further: that is no reason to end, nor to complain.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') broken ??= error
    })
  }
  return {
    line: (text) => process.stdout.write(`${text}\n`),
    progress(text) {
      const now = performance.now()
      if (!watched || now - shownAt < leastMillisBetween) return
      shownAt = now
      shown = true
      process.stderr.write(`\r\u001b[K${text}`)
    },
    endProgress() {
      if (shown) process.stderr.write('\r\u001b[K')
      shown = false
    },
    reason: (text) => process.stderr.write(`${text}\n`),
    async finish() {
      await new Promise((resolve) => process.stdout.write('', resolve))
      return broken
    },
  }
}
