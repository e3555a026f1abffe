import { inflateSync } from 'node:zlib'

/** Every number of a font file is big-endian; offsets are those of the WOFF 1.0 recommendation and of OpenType. */
const woffHeader = 44
const woffEntry = 20
const ttfHeader = 12
const ttfEntry = 16

/** Unpacks a WOFF 1.0 font into the OpenType font that was packed in it: the typesetter reads no other form. */
export function woffToTtf(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 font')
  const count = woff.readUInt16BE(12)
  const directory = Buffer.alloc(ttfHeader + ttfEntry * count)
  const parts: Buffer[] = [directory]
  writeHeader(directory, woff.readUInt32BE(4), count)
  let end = directory.length
  for (let index = 0; index < count; index += 1) {
    const entry = woff.subarray(woffHeader + woffEntry * index)
    const [tag, start, packed, length, checksum] = [0, 4, 8, 12, 16].map((at) => entry.readUInt32BE(at)) as [
      number,
      number,
      number,
      number,
      number,
    ]
    const stored = woff.subarray(start, start + packed)
    const table = packed < length ? inflateSync(stored, { maxOutputLength: length }) : stored
    const padding = Buffer.alloc((4 - (length % 4)) % 4)
    const at = ttfHeader + ttfEntry * index
    for (const [offset, value] of [tag, checksum, end, length].entries()) {
      directory.writeUInt32BE(value, at + offset * 4)
    }
    parts.push(table, padding)
    end += length + padding.length
  }
  return Buffer.concat(parts)
}

/** The offset table: after the number of tables three numbers for searching it by halves. */
function writeHeader(directory: Buffer, flavour: number, count: number): void {
  const steps = Math.floor(Math.log2(count))
  const range = ttfEntry * 2 ** steps
  directory.writeUInt32BE(flavour, 0)
  directory.writeUInt16BE(count, 4)
  directory.writeUInt16BE(range, 6)
  directory.writeUInt16BE(steps, 8)
  directory.writeUInt16BE(ttfEntry * count - range, 10)
}
