import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { createGzip } from 'node:zlib'
import { canonicalJson } from '@sathi/domain'
import type { BackupCounts, BackupTrailer } from './backup-format.ts'

/** A backup being written, line by line. */
export type BackupWriter = {
  /** Writes lines of one sort; waits while the disk is behind. */
  write(lines: readonly object[]): Promise<void>
  /** Writes the trailer and lets the disk take everything in. */
  end(counts: BackupCounts): Promise<void>
  /** Stops writing, so that the file may be begun again or removed. */
  abandon(): Promise<void>
}

/** Begins a backup in an open file, over whatever an earlier attempt has written into it. */
export async function openBackupWriter(file: FileHandle): Promise<BackupWriter> {
  await file.truncate(0)
  const sum = createHash('sha256')
  const gzip = createGzip({ level: 4 })
  const stored = storeAll(gzip, file)
  // Whoever writes next, or ends, learns of a failure.
  stored.catch(() => undefined)
  const put = async (text: string): Promise<void> => {
    if (gzip.write(text)) return
    await Promise.race([new Promise((resolve) => gzip.once('drain', resolve)), stored])
  }
  return {
    async write(lines) {
      const text = lines.map((line) => `${canonicalJson(line)}\n`).join('')
      sum.update(text)
      await put(text)
    },
    async end(counts) {
      const trailer: BackupTrailer = { end: counts, sha256: sum.digest('hex') }
      gzip.end(`${canonicalJson(trailer)}\n`)
      await stored
      await file.sync()
    },
    async abandon() {
      gzip.destroy()
      await stored.catch(() => undefined)
    },
  }
}

async function storeAll(pieces: AsyncIterable<Buffer>, file: FileHandle): Promise<void> {
  let at = 0
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; ) {
      const { bytesWritten } = await file.write(piece, from, piece.length - from, at)
      from += bytesWritten
      at += bytesWritten
    }
  }
}
