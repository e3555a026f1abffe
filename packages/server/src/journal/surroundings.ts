import type { EntryId, SubjectId } from '@sathi/domain'

/** What is stored of an entry, as far as others refer to it. */
export type StoredLink = {
  readonly position: number
  readonly subjectId: SubjectId
  readonly kind: string
  readonly body: string
}

export type SubjectCard = { readonly type: string; readonly code: string }

/** What the store knows of everything that a batch names. */
export type Surroundings = {
  readonly entries: ReadonlyMap<EntryId, StoredLink>
  readonly subjects: ReadonlyMap<SubjectId, SubjectCard>
  /** The subject that has the code. */
  findByCode(type: string, code: string): SubjectId | undefined
  /** The entry that came from the row. */
  findByRow(kind: string, rowId: string): EntryId | undefined
}
