import type { Entry, Instant, SubjectId } from '@sathi/domain'
import type { HeldEntry, ItemStanding } from '@sathi/sync'
import { listScope } from '../records/device-records.ts'
import { openItem } from '../records/dexie-store.ts'
import type { Session } from '../session/session.ts'

/** An entry of a journal as it stands on this device. */
export type JournalEntry = {
  readonly entry: Entry
  readonly subjectCode: string | undefined
  /** When the office received it; undefined while it has not, as far as this device knows. */
  readonly receivedAt?: Instant
  /** What became of it, when it was written here and the office has not given it back. */
  readonly standing?: ItemStanding
}

/** A subject's journal: what the office gave, and what was written here, refused entries too. */
export async function readSubject(session: Session, subject: SubjectId): Promise<readonly JournalEntry[]> {
  return readScope(session, await session.records.sealed.idOf('subject', subject))
}

/** The same by the subject's hash. */
export async function readScope(
  { records }: Pick<Session, 'records'>,
  scope: string,
): Promise<readonly JournalEntry[]> {
  const [held, rows] = await Promise.all([
    listScope<HeldEntry>(records, 'held', scope),
    records.database.items.where('[scope+state]').between([scope, ''], [scope, '\uffff']).toArray(),
  ])
  const known = new Set<string>(held.map(({ entry }) => entry.id))
  const own = (await Promise.all(rows.map((row) => openItem(records, row))))
    .filter(({ submission }) => !known.has(submission.entry.id))
    .toSorted((left, right) => left.order - right.order)
  return [
    ...held.map(({ entry, subjectCode, receivedAt }) => ({ entry, subjectCode, receivedAt })),
    ...own.map(({ submission, standing }) => ({
      entry: submission.entry,
      subjectCode: submission.subjectCode,
      standing,
    })),
  ]
}

/** Whether a sheet is folded with it: what the office has refused or set aside says nothing to others either. */
export function counts({ standing }: JournalEntry): boolean {
  return standing === undefined || standing.state === 'to-go' || standing.state === 'stored'
}
