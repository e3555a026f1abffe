export { appendEntries } from './append-entries.ts'
export { type BulkAppend, type BulkOutcome, type BulkRefusal, openBulkAppend } from './bulk-append.ts'
export { type CheckProgress, checkJournal, type JournalCheck } from './check-journal.ts'
export {
  createOrganisation,
  getOrganisation,
  insertOrganisation,
  listOrganisations,
  type Organisation,
} from './create-organisation.ts'
export { digestAbout } from './digests.ts'
export { findSubjects, listSubjects, type Subject } from './find-subjects.ts'
export type { Finding } from './finding.ts'
export type { Fingerprint } from './fingerprint.ts'
export { type JournalLoad, openJournalLoad } from './load-journal.ts'
export { newSubjectId } from './new-subject-id.ts'
export { type FeedCursor, type FeedPage, getFeedEnd, readFeed } from './read-feed.ts'
export { readEntries, readJournal } from './read-journal.ts'
export { type ChangedSheet, readSheetBook, readSheetsSince, type SheetBook } from './read-sheets.ts'
export { refoldSheets } from './refold-sheets.ts'
export { refoldWhenChanged } from './refold-when-changed.ts'
export { renameOrganisation } from './rename-organisation.ts'
export { createSheetCache, type SheetCache, type SheetsRead } from './sheet-cache.ts'
export type { StoredEntry } from './stored-entry.ts'
export type { AppendOutcome, AppendRefusal, Submission } from './submission.ts'
