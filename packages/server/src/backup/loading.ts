import { randomUUID } from 'node:crypto'
import { isUuid } from '@sathi/domain'
import type { Deployment, OrgId, Transaction } from '../database/index.ts'
import { digestAbout, type JournalLoad, openJournalLoad } from '../journal/index.ts'
import type { BackupCounts, EntryLine, OrganisationLine, RowLine, SubjectLine } from './backup-format.ts'
import type { BackupPiece } from './read-backup.ts'
import { addSideRows, noteFirstSetUp, setCounters } from './side-tables.ts'

/** Told how many entries are restored, of how many in the backup so far. */
export type RestoreProgress = (entries: number, total: number) => void

/** A deployment being filled, piece by piece. */
export type Loading = {
  /** False when the piece is not in its place. */
  take(piece: BackupPiece): Promise<boolean>
  counts(): BackupCounts
}

const batchSize = 1000
/** Rows of files are long. */
const rowBatch = 20

export function openLoading(deployment: Deployment, onProgress: RestoreProgress): Loading {
  const counts = { organisations: 0, subjects: 0, entries: 0 }
  const subjects: SubjectLine[] = []
  const entries: EntryLine[] = []
  const rows: RowLine[] = []
  let current:
    | { readonly line: OrganisationLine; readonly journal: JournalLoad; readonly tx: Transaction }
    | undefined

  const flush = async (): Promise<boolean> => {
    if (current === undefined) return subjects.length + entries.length + rows.length === 0
    const { journal, line, tx } = current
    counts.subjects += subjects.length
    counts.entries += entries.length
    const cards = subjects.splice(0).map(({ subject, type, code }) => ({ id: subject, type, code }))
    const kept = entries.splice(0).map(({ entry, receivedAt }) => ({
      body: entry,
      receivedAt: new Date(receivedAt),
    }))
    if (cards.length > 0 && !(await journal.addSubjects(cards))) return false
    if (kept.length > 0 && !(await journal.addEntries(kept))) return false
    const [first] = rows
    const beside = rows.splice(0).map(({ row }) => row)
    if (first !== undefined && beside.some(({ org_id }) => org_id !== tx.orgId)) return false
    if (first !== undefined) await addSideRows(tx, first.table, beside)
    if (first?.table === 'app.member') await noteFirstSetUp(tx)
    onProgress(counts.entries, Math.max(counts.entries, line.position))
    return true
  }

  const closeOrganisation = async (): Promise<boolean> => {
    if (!(await flush())) return false
    if (current === undefined) return true
    const { position, head, codes, access, asked } = current.line
    if (access !== undefined && asked !== undefined) await setCounters(current.tx, { access, asked })
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
    const tx = await deployment.become(orgId)
    const journal = await openJournalLoad(tx, organisation)
    counts.organisations += 1
    current = { line, journal, tx }
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
        case 'row': {
          const isOther = rows.length > 0 && rows[0]?.table !== piece.line.table
          if ((isOther || rows.length === 0) && !(await flush())) return false
          rows.push(piece.line)
          return rows.length < rowBatch || flush()
        }
        case 'trailer':
          return closeOrganisation()
        default:
          return true
      }
    },
  }
}
