import type { Entry, EntryId, SubjectId, SubjectType } from '@sathi/domain'

export type StoredSubject = { readonly type: SubjectType; readonly code: string; readonly id: SubjectId }

/** What the importer needs to know of the journals that are there already. */
export type StoredList = {
  readonly subjects: readonly StoredSubject[]
  /** False in an empty store, where nothing need be looked up. */
  readonly hasEntries: boolean
  findEntries(ids: readonly EntryId[]): Promise<ReadonlyMap<EntryId, Entry>>
  findIds(ids: readonly EntryId[]): Promise<ReadonlySet<EntryId>>
  /** Of which kind the entries are, and in whose journal they stand. */
  findPlaces(ids: readonly EntryId[]): Promise<ReadonlyMap<EntryId, StoredPlace>>
  /** Those that another stored entry of the kind amends. */
  findAmended(kindName: string, ids: readonly EntryId[]): Promise<ReadonlySet<EntryId>>
  /** Stored entries of the kind in the journals of these subjects. */
  findOpenings(kindName: string, subjects: readonly SubjectId[]): Promise<readonly Entry[]>
  /** What entries of the kind amend in an export, where it says something else than the store. */
  findStraightened(kindName: string): Promise<ReadonlyMap<EntryId, EntryId>>
}

export type StoredPlace = { readonly kind: string; readonly subject: SubjectId }

/** The journals of an organisation that is not there yet. */
export const emptyStoredList: StoredList = {
  subjects: [],
  hasEntries: false,
  findEntries: async () => new Map(),
  findIds: async () => new Set(),
  findPlaces: async () => new Map(),
  findAmended: async () => new Set(),
  findOpenings: async () => [],
  findStraightened: async () => new Map(),
}
