import type { Bytes } from '../primitives/index.ts'

const sizes = [64, 128, 256, 512, 1024]
const beyond = 1024
const mark = 0x80

/**
 * Hides how long a text is: the text, one byte 0x80, then zeros (ISO/IEC 7816-4) up to the next of 64, 128, 256, 512
 * and 1024 bytes, beyond that up to the next multiple of 1024.
 */
export function pad(text: Bytes): Bytes {
  const least = text.length + 1
  const size = sizes.find((size) => size >= least) ?? Math.ceil(least / beyond) * beyond
  const padded = new Uint8Array(size)
  padded.set(text)
  padded[text.length] = mark
  return padded
}

/** What was padded, or undefined when nothing ever was. */
export function findUnpadded(padded: Bytes): Bytes | undefined {
  const end = padded.findLastIndex((byte) => byte !== 0)
  return padded[end] === mark ? padded.slice(0, end) : undefined
}
