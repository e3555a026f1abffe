import type { AnyKind, Compartment, Entry, EntryId, SealedSayings, SubjectId } from '@sathi/domain'
import type { Submission } from '../journal/index.ts'

/**
 * The member who takes a list in, where there are members: what she may write, and her means to seal, sign and compare.
 * Without her, sealed columns are refused and entries stay unsigned.
 */
export type Importer = {
  /** Whether she may add rows of a kind to a case; `new` is a case that the list itself opens. */
  mayAdd(kind: AnyKind, subject: SubjectId | 'new'): boolean
  /** Whether she may amend or take back rows of a kind in a case, which needs that she knows what they say. */
  mayChange(kind: AnyKind, subject: SubjectId | 'new'): boolean
  /** What the sealed parts of stored entries say. */
  open(entries: readonly Entry[]): Promise<ReadonlyMap<EntryId, OpenedParts>>
  /** Entries as they are stored: what they say in sealed fields sealed, all of them signed. In the order given. */
  seal(rows: readonly UnsealedRow[]): Promise<readonly Submission[]>
}

/** The sealed parts of an entry, as far as this reader may open them. */
export type OpenedParts = { readonly [Name in Compartment]?: OpenedPart }

export type OpenedPart =
  | { readonly state: 'open'; readonly fields: Readonly<Record<string, unknown>> }
  /** She may not open the compartment, or holds no key of it. */
  | { readonly state: 'withheld' }
  /** It is not as it was sealed. */
  | { readonly state: 'damaged' }

/** An entry with what it is to say in sealed fields, in clear. */
export type UnsealedRow = { readonly submission: Submission; readonly says: SealedSayings }
