import type { Entry, EntryId } from '@sathi/domain'

export type ExportedRow = { readonly entry: Entry; readonly subjectCode: string }

/** What an export reads, all of one moment. */
export type ExportStore = {
  kindsPresent(): Promise<readonly string[]>
  /** Entries of a kind in order of position, a page at a time. */
  readKind(kindName: string): AsyncIterable<readonly ExportedRow[]>
  /** Entries of the kind in the journals in which one entry was amended twice. */
  readBranchedJournals(kindName: string): Promise<readonly Entry[]>
  findRowIds(ids: readonly EntryId[]): Promise<ReadonlyMap<EntryId, string>>
  findCodes(subjectIds: readonly string[]): Promise<ReadonlyMap<string, string>>
}
