import {
  foldPart,
  type PartName,
  partsBySubject,
  type SheetBodies,
  type SubjectId,
  type SubjectRef,
} from '@sathi/domain'
import { mayHoldPart } from '@sathi/domain/staff'
import type { StaleRow } from '../records/device-database.ts'
import { findRecord, listRecords } from '../records/device-records.ts'
import { type Session, unlessEnded } from '../session/session.ts'
import { counts, type JournalEntry, readScope } from './read-subject.ts'

/** What a subject's journal comes to, folded on this device by the same functions as in the office. */
export type Sheet = {
  readonly subject: SubjectRef
  /** Undefined while nobody has told it. */
  readonly subjectCode: string | undefined
  readonly parts: { readonly [Name in PartName]?: SheetBodies[Name] }
  /** How many entries the office has not received. */
  readonly unsent: number
}

/** Every sheet, those first brought up to date of which something came or went. */
export async function listSheets(session: Session): Promise<readonly Sheet[]> {
  await foldStale(session)
  return unlessEnded(session, await listRecords<Sheet>(session.records, 'sheet'))
}

export async function findSheet(session: Session, subject: SubjectId): Promise<Sheet | undefined> {
  await foldStale(session)
  return unlessEnded(session, await findRecord<Sheet>(session.records, 'sheet', subject))
}

/** Folds what changed since it was last folded, and nothing else. */
export async function foldStale(session: Session): Promise<void> {
  const { database } = session.records
  for (const stale of await database.stale.toArray()) {
    if (session.isEnded()) return
    await foldOne(session, stale)
  }
}

async function foldOne(session: Session, { scope, mark }: StaleRow): Promise<void> {
  const { database, sealed } = session.records
  const journal = await readScope(session, scope)
  const sheet = foldSheet(session, journal)
  const row = sheet && (await sealed.row('sheet', sheet.subject.id, sheet.subject.id, sheet))
  await database.transaction('rw', [database.rows, database.stale], async () => {
    const now = await database.stale.get(scope)
    // Something came while this was folded: it is folded once more.
    if (now === undefined || now.mark !== mark) return
    if (row === undefined) await database.rows.where('[table+scope]').equals(['sheet', scope]).delete()
    else await database.rows.put(row)
    await database.stale.delete(scope)
  })
}

function foldSheet(session: Session, journal: readonly JournalEntry[]): Sheet | undefined {
  const told = journal.filter(counts)
  const subject = told[0]?.entry.subject
  if (subject === undefined) return undefined
  const { access } = session.profile
  const now = session.now()
  const entries = told.map(({ entry }) => entry)
  const parts = partsBySubject[subject.type]
    .filter((part) => access === undefined || mayHoldPart(access, part, subject, now))
    .map((part) => [part.name, foldPart(part, entries, subject)])
    .filter(([, body]) => body !== undefined)
  return {
    subject,
    subjectCode: told.find(({ subjectCode }) => subjectCode !== undefined)?.subjectCode,
    parts: Object.fromEntries(parts),
    unsent: told.filter(({ standing }) => standing?.state === 'to-go').length,
  }
}
