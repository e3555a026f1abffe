import type { AnyKind, Entry, EntryId, SubjectId, SubjectType } from '@sathi/domain'
import type { StoredChains } from './chain-index.ts'
import { importedEntryId } from './imported-entry-id.ts'

export type StoredSubject = { readonly type: SubjectType; readonly code: string; readonly id: SubjectId }

/** What the importer needs to know of the journals that are there already. */
export type StoredList = {
  readonly subjects: readonly StoredSubject[]
  /** False in an empty store, where nothing need be looked up. */
  readonly hasEntries: boolean
  findEntries(ids: readonly EntryId[]): Promise<ReadonlyMap<EntryId, Entry>>
  /** Stored entries of the kind in the journals of these subjects. */
  findOpenings(kindName: string, subjects: readonly SubjectId[]): Promise<readonly Entry[]>
  /** Stored entries of the kind that amend one of these. */
  findAmendersOf(kindName: string, ids: readonly EntryId[]): Promise<readonly Entry[]>
}

/** Stored chains as far as a table's amendments and retractions touch them. */
export async function loadStoredChains(
  kind: AnyKind,
  stored: StoredList,
  targets: { readonly outside: readonly string[]; readonly amended: readonly string[] },
): Promise<StoredChains> {
  if (!stored.hasEntries) return { findSubjectCode: () => undefined, findAmender: () => undefined }
  const idOf = (rowId: string): EntryId => importedEntryId(kind.name, rowId)
  const codes = new Map(stored.subjects.map((subject) => [subject.id, subject.code]))
  const entries = await stored.findEntries(targets.outside.map(idOf))
  const amenders = new Map<EntryId, string>()
  for (const amender of await stored.findAmendersOf(kind.name, targets.amended.map(idOf))) {
    if (amender.amends !== undefined) amenders.set(amender.amends, amender.rowId ?? amender.id)
  }
  return {
    findSubjectCode(rowId) {
      const entry = entries.get(idOf(rowId))
      return entry?.kind === kind.name ? codes.get(entry.subject.id) : undefined
    },
    findAmender: (rowId) => amenders.get(idOf(rowId)),
  }
}
