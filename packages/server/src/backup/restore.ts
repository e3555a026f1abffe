import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Database, Deployment } from '../database/index.ts'
import { done, type Outcome } from '../refusal/index.ts'
import type { BackupCounts } from './backup-format.ts'
import { refuseFile } from './file-refusal.ts'
import { openLoading, type RestoreProgress } from './loading.ts'
import { readBackup } from './read-backup.ts'
import { refuseBackup } from './refuse-backup.ts'

/**
 * Fills an empty deployment from a backup: all of it, verified to the last byte, or nothing. Sheets are folded anew, and
 * the feed begins a new life, so that whoever has read the old one notices.
 */
export async function restore(
  database: Database,
  path: string,
  onProgress: RestoreProgress = () => undefined,
): Promise<Outcome<BackupCounts>> {
  try {
    // A pipe would wait for ever for a writer: it is opened without waiting, then refused.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      if (!(await file.stat()).isFile()) {
        throw Object.assign(new Error('not a plain file'), { syscall: 'open', code: 'EISDIR' })
      }
      return await database.withWholeTransaction(async (deployment) => {
        const outcome = await load(deployment, file, database.schemaVersion, onProgress)
        if (!outcome.ok) deployment.discard()
        return outcome
      })
    } finally {
      await file.close()
    }
  } catch (error) {
    return refuseFile(error, 'read')
  }
}

async function load(
  deployment: Deployment,
  file: FileHandle,
  schema: number,
  onProgress: RestoreProgress,
): Promise<Outcome<BackupCounts>> {
  if ((await deployment.storedOrganisationIds()).length > 0) return refuseBackup('not-empty')
  const loading = openLoading(deployment, onProgress)
  for await (const piece of readBackup(file)) {
    if (piece.piece === 'fault') return refuseBackup(piece.fault)
    if (piece.piece === 'header' && piece.header.schema > schema) return refuseBackup('newer-version')
    if (!(await loading.take(piece))) return refuseBackup('damaged')
    if (piece.piece === 'trailer' && !sameCounts(piece.counts, loading.counts()))
      return refuseBackup('damaged')
  }
  return done(loading.counts())
}

function sameCounts(told: BackupCounts, found: BackupCounts): boolean {
  return (
    told?.organisations === found.organisations &&
    told.subjects === found.subjects &&
    told.entries === found.entries
  )
}
