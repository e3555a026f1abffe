import { isUtf8 } from 'node:buffer'

/** How many bytes of `bytes` form whole characters: the last one may still be on its way. */
export function wholeCharacters(bytes: Uint8Array): number {
  const last = bytes.length - 1
  for (let back = 0; back < 3 && back <= last; back++) {
    const byte = bytes[last - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte < 0xc0) continue
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return back + 1 < needed ? last - back : bytes.length
  }
  return bytes.length
}

/** The first byte that is not UTF-8, in bytes that are known not to be. */
export function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  // Cutting in the middle of a good character must not count as bad, hence whole characters only.
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    const part = bytes.subarray(0, middle)
    if (isUtf8(part.subarray(0, wholeCharacters(part)))) good = middle
    else bad = middle
  }
  const part = bytes.subarray(0, good)
  return wholeCharacters(part)
}

/** What a file is, when its first bytes say that it is no UTF-8 text. */
export function findForeignStart(start: Uint8Array): 'utf-16' | 'workbook' | undefined {
  const [first, second, third, fourth] = start
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf-16'
  if (first === 0x50 && second === 0x4b && third === 0x03 && fourth === 0x04) return 'workbook'
  if (first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0) return 'workbook'
  return undefined
}

export function startsWithMark(start: Uint8Array): boolean {
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf
}
