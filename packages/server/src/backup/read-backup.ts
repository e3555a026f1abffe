import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import {
  type BackupCounts,
  type BackupHeader,
  type BackupTrailer,
  backupFormat,
  type EntryLine,
  formatWithoutDigests,
  longestLine,
  type OrganisationLine,
  type RowLine,
  readFormats,
  type SubjectLine,
} from './backup-format.ts'
import { goesOn } from './goes-on.ts'
import { isSideTable } from './side-tables.ts'
import { pieceBytes, unpack } from './unpack.ts'

/** What a backup says, piece by piece. The trailer comes last, and only when everything before it is what was written. */
export type BackupPiece =
  | { readonly piece: 'header'; readonly header: BackupHeader }
  | { readonly piece: 'organisation'; readonly line: OrganisationLine }
  | { readonly piece: 'subject'; readonly line: SubjectLine }
  | { readonly piece: 'entry'; readonly line: EntryLine }
  | { readonly piece: 'row'; readonly line: RowLine }
  | { readonly piece: 'trailer'; readonly counts: BackupCounts }
  | { readonly piece: 'fault'; readonly fault: BackupFault }

export type BackupFault = 'not-a-backup' | 'unknown-format' | 'cut-off' | 'damaged' | 'goes-on'

const lineBreak = 10

/** Reads a backup from an open file, from its beginning. After a fault nothing more comes. */
export async function* readBackup(file: FileHandle): AsyncGenerator<BackupPiece, void, undefined> {
  const sum = createHash('sha256')
  let state: 'begin' | 'middle' | 'ended' = 'begin'
  let format: number = backupFormat
  for await (const line of readLines(file)) {
    if (typeof line !== 'string' && state === 'ended') return yield faultPiece('goes-on')
    const piece = typeof line === 'string' ? faultPiece(line) : pieceOf(line)
    if (piece.piece === 'fault') {
      // What unpacks well and is no line of ours was never a backup.
      return yield state === 'begin' && typeof line !== 'string' ? faultPiece('not-a-backup') : piece
    }
    if ((piece.piece === 'header') !== (state === 'begin')) return yield faultPiece('damaged')
    if (piece.piece === 'header') {
      state = 'middle'
      format = piece.header.format
      if (!readFormats.includes(format)) return yield faultPiece('unknown-format')
    }
    if (piece.piece === 'organisation' && format !== formatWithoutDigests && !hasDigests(piece.line))
      return yield faultPiece('damaged')
    if (piece.piece === 'trailer') {
      state = 'ended'
      if (piece.sha256 !== sum.digest('hex')) return yield faultPiece('damaged')
    } else sum.update(line)
    yield piece
  }
  if (state !== 'ended') yield faultPiece(state === 'begin' ? 'not-a-backup' : 'cut-off')
}

function hasDigests({ about, codes }: OrganisationLine): boolean {
  return areTexts(about, codes)
}

function faultPiece(fault: BackupFault): { readonly piece: 'fault'; readonly fault: BackupFault } {
  return { piece: 'fault', fault }
}

/** Lines with their line breaks, which the last may lack; a fault where the file is no longer what gzip wrote. */
async function* readLines(file: FileHandle): AsyncGenerator<Buffer | BackupFault, void, undefined> {
  const gunzip = createGunzip({ chunkSize: pieceBytes })
  let rest: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of unpack(file, 0, gunzip)) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      let from = 0
      for (let at = bytes.indexOf(lineBreak); at !== -1; at = bytes.indexOf(lineBreak, from)) {
        yield bytes.subarray(from, at + 1)
        from = at + 1
      }
      rest = bytes.subarray(from)
      if (rest.length > longestLine) return yield 'damaged'
    }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    if (!code.startsWith('Z_')) throw error
    // What follows a whole stream is taken for the next one, and the error tells of that.
    if (await goesOn(file)) return yield 'goes-on'
    if (message === 'incorrect header check') return yield 'not-a-backup'
    return yield code === 'Z_BUF_ERROR' ? 'cut-off' : 'damaged'
  }
  // Zeros after the stream are passed over without a word.
  if (gunzip.bytesWritten < (await file.stat()).size) return yield 'goes-on'
  if (rest.length > 0) yield rest
}

function pieceOf(
  bytes: Buffer,
): Exclude<BackupPiece, { piece: 'trailer' }> | { piece: 'trailer'; counts: BackupCounts; sha256: string } {
  if (bytes.at(-1) !== lineBreak) return faultPiece('cut-off')
  const line = findRecord(bytes.toString('utf8'))
  if (line === undefined) return faultPiece('damaged')
  if ('entry' in line) {
    return areTexts(line.entry, line.receivedAt) && isInstant(line.receivedAt)
      ? { piece: 'entry', line: line as EntryLine }
      : faultPiece('damaged')
  }
  if ('subject' in line) {
    return areTexts(line.subject, line.type, line.code)
      ? { piece: 'subject', line: line as SubjectLine }
      : faultPiece('damaged')
  }
  if ('organisation' in line) {
    const good = areTexts(line.organisation, line.name, line.head) && isInstant(line.createdAt)
    return good ? { piece: 'organisation', line: line as OrganisationLine } : faultPiece('damaged')
  }
  if ('table' in line) {
    const { table, row } = line as { table?: unknown; row?: unknown }
    return isSideTable(table) && typeof row === 'object' && row !== null
      ? { piece: 'row', line: line as RowLine }
      : faultPiece('damaged')
  }
  if (line.backup === 'sathi') return { piece: 'header', header: line as BackupHeader }
  if ('end' in line) {
    const { end, sha256 } = line as BackupTrailer
    return { piece: 'trailer', counts: end, sha256 }
  }
  return faultPiece('damaged')
}

function findRecord(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string' && value !== '')
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}
