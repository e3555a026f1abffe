/** A cell beyond this many UTF-16 units is not kept; no spreadsheet program writes more than 32,767. */
export const LONGEST_KEPT = 40_000

/**
 * Collects the text of a `<si>` or `<is>` element: its `<t>`, or the `<t>` of its runs one after the other. Phonetic
 * guides (`<rPh>`) stand beside the text, not in it.
 */
export function richText() {
  let pieces = ''
  let taking = false
  let guides = 0
  return {
    start(): void {
      pieces = ''
    },
    open(name: string): void {
      if (name === 'rPh') guides++
      taking = name === 't' && guides === 0
    },
    close(name: string): void {
      if (name === 'rPh') guides--
      taking = false
    },
    text(text: string): void {
      if (taking && pieces.length <= LONGEST_KEPT) pieces += text
    },
    /** The text; longer than LONGEST_KEPT when there was more than is kept. */
    get value(): string {
      return pieces
    },
  }
}
