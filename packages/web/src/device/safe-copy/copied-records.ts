/** One record of the safe copy: what it is of, by what it is known, and a box that only the vault's key opens. */
export type CopiedRecord = {
  readonly kind: 'profile' | 'item' | 'blob' | 'chunk'
  readonly id: string
  readonly box: string
}

// Length and check before each record tell where the last whole one ends, wherever the power failed.
const head = 8

export function writeRecords(records: readonly CopiedRecord[]): Uint8Array<ArrayBuffer> {
  const texts = records.map((record) => new TextEncoder().encode(JSON.stringify(record)))
  const bytes = new Uint8Array(texts.reduce((length, text) => length + head + text.length, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const text of texts) {
    view.setUint32(at, text.length)
    view.setUint32(at + 4, checkOf(text))
    bytes.set(text, at + head)
    at += head + text.length
  }
  return bytes
}

/** The whole records from the beginning on, and where they end; what stands behind was not written whole. */
export function readRecords(bytes: Uint8Array<ArrayBuffer>): {
  readonly records: readonly CopiedRecord[]
  readonly end: number
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const records: CopiedRecord[] = []
  let at = 0
  while (at + head <= bytes.length) {
    const next = at + head + view.getUint32(at)
    if (next > bytes.length) break
    const text = bytes.subarray(at + head, next)
    if (text.length === 0 || checkOf(text) !== view.getUint32(at + 4)) break
    records.push(JSON.parse(new TextDecoder().decode(text)) as CopiedRecord)
    at = next
  }
  return { records, end: at }
}

/** FNV-1a: against halves of records, not against people; the boxes look after these. */
function checkOf(bytes: Uint8Array): number {
  let check = 0x811c9dc5
  for (const byte of bytes) check = Math.imul(check ^ byte, 0x01000193) >>> 0
  return check
}
