import type { SideRow, SideTable } from './side-tables.ts'

/*
 * A backup is one gzip stream of lines of canonical JSON (UTF-8, ended by \n), so that it can be read with zcat anywhere:
 *   1. the header
 *   2. for each organisation: its own line, then its subjects in order of id, its entries in order of position, and the rows of
 *      what stands beside the journal (side-tables.ts): people, keys, files, the audit journal
 *   3. the trailer: how many lines of each sort there were, and the SHA-256 of all bytes before it
 * Sheets are not in it: they are folded anew from the journal, as the version of Sathi that restores folds them.
 */

/** The format written here. Format 1 had no digests, format 2 nothing beside the journal; other numbers are refused. */
export const backupFormat = 3
export const formatWithoutDigests = 1
export const readFormats: readonly number[] = [1, 2, 3]

export type BackupHeader = {
  readonly backup: 'sathi'
  readonly format: number
  /** Number of the last migration of the database that was backed up. */
  readonly schema: number
  /** When the moment was that the backup shows, ISO 8601 in UTC. */
  readonly takenAt: string
}

export type OrganisationLine = {
  readonly organisation: string
  readonly name: string
  readonly synthetic: boolean
  readonly createdAt: string
  /** The life of the feed that was backed up; a restore begins another. */
  readonly epoch: string
  /** The last position, and its hash in hexadecimal digits. */
  readonly position: number
  readonly head: string
  /** Digests of the organisation's own facts and of the codes of its subjects, in hexadecimal digits; not in format 1. */
  readonly about?: string
  readonly codes?: string
  /** The last access event, and up to which it was looked which wraps are lacking; from format 3 on. */
  readonly access?: number
  readonly asked?: number
}

export type SubjectLine = { readonly subject: string; readonly type: string; readonly code: string }

/** `entry` is the stored body, byte for byte; positions count up from 1. */
export type EntryLine = { readonly entry: string; readonly receivedAt: string }

/** One row of a table beside the journal, as PostgreSQL writes it in JSON. */
export type RowLine = { readonly table: SideTable; readonly row: SideRow }

export type BackupCounts = {
  readonly organisations: number
  readonly subjects: number
  readonly entries: number
}

export type BackupTrailer = { readonly end: BackupCounts; readonly sha256: string }

/** Longer lines are no line of ours. */
export const longestLine = 16 * 1024 * 1024
