import type { FileHandle } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { pieceBytes, unpack } from './unpack.ts'

const headerBytes = 10
const footerBytes = 8

/**
 * Whether a file that cannot be unpacked to its end is a whole gzip stream, as `backup` writes it, with more behind it:
 * its first stream ends, its length and checksum are right, and the file is longer.
 */
export async function goesOn(file: FileHandle): Promise<boolean> {
  const inflate = createInflateRaw({ chunkSize: pieceBytes })
  let sum = 0
  let length = 0
  try {
    for await (const piece of unpack(file, headerBytes, inflate)) {
      sum = crc32(piece, sum)
      length += piece.length
    }
  } catch {
    return false
  }
  const end = headerBytes + inflate.bytesWritten
  const footer = Buffer.alloc(footerBytes)
  const { bytesRead } = await file.read(footer, 0, footerBytes, end)
  const isWhole =
    bytesRead === footerBytes && footer.readUInt32LE(0) === sum && footer.readUInt32LE(4) === length % 2 ** 32
  return isWhole && (await file.stat()).size > end + footerBytes
}
