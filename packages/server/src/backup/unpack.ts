import type { FileHandle } from 'node:fs/promises'
import { Readable, type Transform } from 'node:stream'

/** How much is read, and unpacked, at a time. */
export const pieceBytes = 256 * 1024

/** What an unpacking stream makes of a file from `start` on. The file stays open. */
export async function* unpack(file: FileHandle, start: number, unpacking: Transform): AsyncGenerator<Buffer> {
  const source = Readable.from(readPieces(file, start), { objectMode: false, highWaterMark: pieceBytes })
  source.once('error', (error) => unpacking.destroy(error))
  source.pipe(unpacking)
  try {
    yield* unpacking as AsyncIterable<Buffer>
  } finally {
    source.destroy()
  }
}

async function* readPieces(file: FileHandle, start: number): AsyncGenerator<Buffer> {
  for (let at = start; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(pieceBytes), 0, pieceBytes, at)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    at += bytesRead
  }
}
