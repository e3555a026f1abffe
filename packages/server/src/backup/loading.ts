import { randomUUID } from 'node:crypto'
import { isUuid } from '@sathi/domain'
import type { Deployment, OrgId } from '../database/index.ts'
import { digestAbout, type JournalLoad, openJournalLoad } from '../journal/index.ts'
import type { BackupCounts, EntryLine, OrganisationLine, SubjectLine } from './backup-format.ts'
import type { BackupPiece } from './read-backup.ts'

/** Told how many entries are restored, of how many in the backup so far. */
export type RestoreProgress = (entries: number, total: number) => void

/** A deployment being filled, piece by piece. */
export type Loading = {
  /** False when the piece is not in its place. */
  take(piece: BackupPiece): Promise<boolean>
  counts(): BackupCounts
}

const batchSize = 1000

export function openLoading(deployment: Deployment, onProgress: RestoreProgress): Loading {
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
    const { position, head, codes } = current.line
    const end = await current.journal.finish()
    if (codes !== undefined && end.codes.toString('hex') !== codes) return false
    return end.position === position && end.hash.toString('hex') === head
  }

  const openOrganisation = async (line: OrganisationLine): Promise<boolean> => {
    if (!isUuid(line.organisation) || line.epoch === undefined) return false
    const orgId = line.organisation as OrgId
    const kept = {
      orgId,
      name: line.name,
      synthetic: line.synthetic === true,
      createdAt: new Date(line.createdAt),
      epoch: line.epoch,
    }
    if (line.about !== undefined && digestAbout(kept).toString('hex') !== line.about) return false
    const organisation = { ...kept, epoch: randomUUID() }
    const journal = await openJournalLoad(await deployment.become(orgId), organisation)
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
