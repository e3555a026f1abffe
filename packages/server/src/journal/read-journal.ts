import type { EntryId, SubjectId } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'
import { idList } from './sql-lists.ts'
import { type StoredEntry, type StoredEntryRow, storedEntryOf } from './stored-entry.ts'

const readOfSubject = statement(
  'read_of_subject',
  'select position, received_at, body from app.entry where org_id = (select app.org_id()) and subject_id = $1 order by position',
)

const readByIds = statement(
  'read_by_ids',
  `select position, received_at, body from app.entry
   where org_id = (select app.org_id()) and id = any($1::uuid[]) order by position`,
)

/** Every entry of one subject's journal, in order of arrival. */
export async function readJournal(tx: Transaction, subject: SubjectId): Promise<StoredEntry[]> {
  return (await tx.query<StoredEntryRow>(readOfSubject, [subject])).map(storedEntryOf)
}

/** These entries, in order of arrival; those not stored are left out. */
export async function readEntries(tx: Transaction, ids: readonly EntryId[]): Promise<StoredEntry[]> {
  return (await tx.query<StoredEntryRow>(readByIds, [idList(ids)])).map(storedEntryOf)
}
