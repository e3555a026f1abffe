import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const largestBytes = 8 * 1024 * 1024

/** The server's log, JSON lines in `<data>/log/server.log`; the one before is kept beside it once it has grown large. */
export function openLog(dataDir: string): { write(line: string): void } {
  const folder = join(dataDir, 'log')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'server.log')
  if (sizeOf(path) > largestBytes) renameSync(path, join(folder, 'server.1.log'))
  const stream = createWriteStream(path, { flags: 'a', mode: 0o600 })
  // A full disk must not end the program that people's work goes through.
  stream.on('error', () => undefined)
  return { write: (line) => void stream.write(line) }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
