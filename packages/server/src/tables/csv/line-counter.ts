export const CR = 13
export const LF = 10

/**
 * Tells on which physical line a place in the file lies. Quoted cells may hold line breaks, and blank lines hold no
 * row, so rows cannot be counted instead. A break is CR LF, LF or CR. Places are asked for in rising order.
 */
export function lineCounter() {
  let chunks: { from: number; bytes: Uint8Array }[] = []
  let fed = 0
  let position = 0
  let line = 1
  let afterCr = false

  /** Walks to `until`; with `onlyBreaks` it stops before the first byte that is not part of a line break. */
  function walk(until: number, onlyBreaks: boolean): void {
    for (const { from, bytes } of chunks) {
      const end = Math.min(until - from, bytes.length)
      for (let index = Math.max(0, position - from); index < end; index++) {
        const byte = bytes[index]
        if (byte === LF) {
          if (!afterCr) line++
        } else if (byte === CR) line++
        else if (onlyBreaks) return
        afterCr = byte === CR
        position = from + index + 1
      }
    }
    chunks = chunks.filter(({ from, bytes }) => from + bytes.length > position)
  }

  return {
    feed(bytes: Uint8Array): void {
      chunks.push({ from: fed, bytes })
      fed += bytes.length
    },
    /** The line on which the next row begins, and moves on to the byte where it ends. */
    row(end: number): number {
      walk(end, true)
      const begins = line
      walk(end, false)
      return begins
    },
    /** The line on which a byte lies. */
    lineAt(byte: number): number {
      walk(byte, false)
      return line
    },
    /** Bytes that came in after the last row that was asked for. */
    get waiting(): number {
      return fed - position
    },
    get fed(): number {
      return fed
    },
  }
}
