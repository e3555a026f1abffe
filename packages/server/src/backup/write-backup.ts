import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
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

/**
 * Writes a file that is there whole or not at all: into another file of the same folder first, which then takes its name.
 * Nobody but its owner may read it.
 */
export async function writeWholeFile<T>(path: string, write: (file: FileHandle) => Promise<T>): Promise<T> {
  await refuseFolder(path)
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.unfinished`)
  const file = await open(unfinished, 'wx', 0o600)
  try {
    const answer = await write(file)
    await file.close()
    await rename(unfinished, path)
    await syncFolder(dirname(path))
    return answer
  } catch (error) {
    await file.close().catch(() => undefined)
    await unlink(unfinished).catch(() => undefined)
    throw error
  }
}

async function refuseFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found !== undefined && !found.isFile()) {
    throw Object.assign(new Error('not a plain file'), { syscall: 'open', code: 'EISDIR' })
  }
}

/** The new name survives a power cut only when the folder is on the disk too; Windows has no way to ask for it. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}
