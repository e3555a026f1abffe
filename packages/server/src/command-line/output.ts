/** Where a command speaks: results on standard output, progress and reasons on standard error. */
export type Output = {
  line(text: string): void
  /** One line that is written over; only where somebody watches. */
  progress(text: string): void
  endProgress(): void
  reason(text: string): void
}

const leastMillisBetween = 100

export function terminalOutput(): Output {
  let shown = false
  let shownAt = 0
  const watched = process.stderr.isTTY === true
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
  }
}
