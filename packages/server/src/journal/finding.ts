import type { EntryId, SubjectId } from '@sathi/domain'
import type { OrgId } from '../database/index.ts'

/** Something that is not as it was stored, or a sheet that does not follow from its journal. */
export type Finding =
  /** Rows are there of an organisation that is not. */
  | { readonly found: 'organisation-missing'; readonly organisation: OrgId }
  /** Nothing says where the organisation's feed ends. */
  | { readonly found: 'feed-missing'; readonly organisation: OrgId }
  /** Its name, since when it is there, whether it is invented, or the life of its feed is another. */
  | { readonly found: 'organisation-differs'; readonly organisation: OrgId }
  /** The sheets are said to be folded by other rules than this version's. */
  | { readonly found: 'other-rules'; readonly organisation: OrgId }
  /** A subject's code or type is another, or a subject was added or taken away. */
  | { readonly found: 'codes-differ'; readonly organisation: OrgId }
  /** A subject that no entry is about. */
  | { readonly found: 'subject-surplus'; readonly subject: SubjectId }
  /** No entry has these positions, both included. */
  | { readonly found: 'positions-missing'; readonly from: number; readonly to: number }
  /** An entry stands behind the end of the feed. */
  | { readonly found: 'behind-the-end'; readonly position: number; readonly id: EntryId }
  /** The entry's hash does not follow from the hash before it, its position, its time and its bytes. */
  | { readonly found: 'chain-broken'; readonly position: number; readonly id: EntryId }
  /** The last entry's hash is not the one that the feed ends with. */
  | { readonly found: 'head-differs'; readonly position: number }
  /** The body is not the canonical JSON of an entry. */
  | { readonly found: 'body-unreadable'; readonly position: number; readonly id: EntryId }
  /** These columns do not say what the body says. */
  | {
      readonly found: 'columns-differ'
      readonly position: number
      readonly id: EntryId
      readonly columns: readonly string[]
    }
  /** The entry's subject is not stored, or with another type. */
  | { readonly found: 'subject-wrong'; readonly position: number; readonly id: EntryId }
  /** What the entry amends, retracts or settles is not there, or of another subject or kind. */
  | { readonly found: 'target-wrong'; readonly position: number; readonly id: EntryId }
  /** The sheet does not say what the journal adds up to. */
  | { readonly found: 'sheet-differs'; readonly part: string; readonly subject: SubjectId }
  | { readonly found: 'sheet-missing'; readonly part: string; readonly subject: SubjectId }
  /** A sheet of which the journal tells nothing. */
  | { readonly found: 'sheet-surplus'; readonly part: string; readonly subject: SubjectId }
  /** The sheet says that it changed after the end of the feed. */
  | { readonly found: 'sheet-behind-the-end'; readonly part: string; readonly subject: SubjectId }

export type FindingList = {
  readonly listed: readonly Finding[]
  /** How many there are, listed or not. */
  readonly count: number
  add(finding: Finding): void
}

const mostListed = 1000

/** Findings with bounded memory: the first thousand are listed, all are counted. */
export function createFindingList(): FindingList {
  const listed: Finding[] = []
  let count = 0
  return {
    listed,
    get count() {
      return count
    },
    add(finding) {
      count += 1
      if (listed.length < mostListed) listed.push(finding)
    },
  }
}
