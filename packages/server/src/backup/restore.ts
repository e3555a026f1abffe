import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { isUuid } from '@sathi/domain'
import type { Database, Deployment, OrgId } from '../database/index.ts'
import { type JournalLoad, openJournalLoad } from '../journal/index.ts'
import { done, type Outcome, type Refusal, refuse } from '../refusal/index.ts'
import type { BackupCounts, EntryLine, OrganisationLine, SubjectLine } from './backup-format.ts'
import { refuseFile } from './file-refusal.ts'
import { type BackupFault, type BackupPiece, readBackup } from './read-backup.ts'

export type RestoreProgress = (entries: number, total: number) => void

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
  if ((await deployment.organisationIds()).length > 0) return refuseBackup('not-empty')
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

type Loading = {
  /** False when the piece is not in its place. */
  take(piece: BackupPiece): Promise<boolean>
  counts(): BackupCounts
}

const batchSize = 1000

function openLoading(deployment: Deployment, onProgress: RestoreProgress): Loading {
  const counts = { organisations: 0, subjects: 0, entries: 0 }
  const subjects: SubjectLine[] = []
  const entries: EntryLine[] = []
  let current: { readonly line: OrganisationLine; readonly journal: JournalLoad } | undefined

  const flush = async (): Promise<boolean> => {
    if (current === undefined) return subjects.length + entries.length === 0
    const { journal, line } = current
    counts.subjects += subjects.length
    counts.entries += entries.length
    const cards = subjects.splice(0).map(({ subject, type, code }) => ({ id: subject, type, code }))
    const kept = entries.splice(0).map(({ entry, receivedAt }) => ({
      body: entry,
      receivedAt: new Date(receivedAt),
    }))
    if (cards.length > 0 && !(await journal.addSubjects(cards))) return false
    if (kept.length > 0 && !(await journal.addEntries(kept))) return false
    onProgress(counts.entries, Math.max(counts.entries, line.position))
    return true
  }

  const closeOrganisation = async (): Promise<boolean> => {
    if (!(await flush())) return false
    if (current === undefined) return true
    const end = await current.journal.finish()
    return end.position === current.line.position && end.hash.toString('hex') === current.line.head
  }

  const openOrganisation = async (line: OrganisationLine): Promise<boolean> => {
    if (!isUuid(line.organisation) || line.epoch === undefined) return false
    const orgId = line.organisation as OrgId
    const journal = await openJournalLoad(await deployment.become(orgId), {
      orgId,
      name: line.name,
      synthetic: line.synthetic === true,
      createdAt: new Date(line.createdAt),
      epoch: randomUUID(),
    })
    counts.organisations += 1
    current = { line, journal }
    return true
  }

  return {
    counts: () => counts,
    async take(piece) {
      switch (piece.piece) {
        case 'organisation':
          return (await closeOrganisation()) && (await openOrganisation(piece.line))
        case 'subject':
          subjects.push(piece.line)
          return subjects.length < batchSize || flush()
        case 'entry':
          entries.push(piece.line)
          return entries.length < batchSize || flush()
        case 'trailer':
          return closeOrganisation()
        default:
          return true
      }
    },
  }
}

function sameCounts(told: BackupCounts, found: BackupCounts): boolean {
  return (
    told?.organisations === found.organisations &&
    told.subjects === found.subjects &&
    told.entries === found.entries
  )
}

const words: Readonly<Record<BackupFault | 'not-empty' | 'newer-version', readonly [string, string]>> = {
  'not-empty': [
    'This data folder holds records already; nothing was changed.',
    'Restore into an empty folder: --data NEW-FOLDER.',
  ],
  'not-a-backup': ['The file is not a backup of Sathi; nothing was changed.', 'Choose another file.'],
  'unknown-format': [
    'The backup is of a format that this version of Sathi does not know; nothing was changed.',
    'Restore it with the version that wrote it.',
  ],
  'newer-version': [
    'The backup was written by a newer version of Sathi; nothing was changed.',
    'Restore it with that version.',
  ],
  'cut-off': [
    'The backup ends in the middle; nothing was changed.',
    'Choose an earlier backup, or copy it again.',
  ],
  damaged: [
    'The backup is damaged: its checksums do not agree; nothing was changed.',
    'Choose an earlier backup, or copy it again.',
  ],
}

function refuseBackup(kind: keyof typeof words): { readonly ok: false; readonly refusal: Refusal } {
  const [message, remedy] = words[kind] ?? []
  return refuse(kind, message, remedy)
}
