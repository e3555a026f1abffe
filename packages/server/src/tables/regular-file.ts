import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Problem } from './table-fault.ts'

const PIECE_BYTES = 64 * 1024

/** The bytes of a file, piece by piece. The file is closed when the reading ends, early or not. */
export async function* readPieces(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  // A pipe under the name of a table would wait for ever for a writer: it is opened without waiting, then refused.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  const file = await open(path, flags)
  try {
    if (!(await file.stat()).isFile())
      throw Object.assign(new Error('not a plain file'), { syscall: 'open', code: 'EINVAL' })
    yield* pieces(file)
  } finally {
    await file.close()
  }
}

/** A whole small file, held in memory. */
export async function readWhole(path: string): Promise<Buffer> {
  const held: Uint8Array[] = []
  for await (const piece of readPieces(path)) held.push(piece)
  return Buffer.concat(held)
}

async function* pieces(file: FileHandle): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(PIECE_BYTES), 0, PIECE_BYTES)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}

/** What a refusal of the operating system means to a person; any other error is a bug and is thrown on. */
export function unreadable(error: unknown): Problem {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
  if (error.code === 'ENOENT') return { code: 'not-found', found: 'nothing by this name', accepted }
  return { code: 'unreadable-file', found: `it cannot be read (${error.code})`, accepted }
}

const accepted = 'a folder of CSV files, or a workbook (.xlsx), that may be read'
