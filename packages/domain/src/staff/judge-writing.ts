import { findKind } from '../catalogue/index.ts'
import type { Instant, MemberId, SubjectRef } from '../journal/index.ts'
import { type Access, rolesAt } from './access.ts'
import { mayRead, mayWrite } from './may-read.ts'
import { roleWrites } from './role-kinds.ts'

/** What of an entry decides whether she may write it. `amended` is the entry that it amends or takes back. */
export type WrittenEntry = {
  readonly kind: string
  readonly subject: SubjectRef
  /** `by` is whose signature that entry bears, null when it was imported without one. */
  readonly amended?: { readonly by: MemberId | null }
}

/**
 * `quarantine`: kept apart until a person decides, because her access ended before it arrived; `written` says whether
 * she wrote it before it ended, or after, on a device that could not know. A case not hers is refused as one that is
 * not there.
 */
export type WritingAnswer =
  | { readonly answer: 'allowed' }
  | { readonly answer: 'quarantine'; readonly written: 'before_access_ended' | 'after_access_ended' }
  | {
      readonly answer: 'refused'
      readonly reason: 'unknown_kind' | 'not_your_kind' | 'no_such_subject' | 'no_such_entry'
    }

/**
 * Whether a member may write an entry that she recorded at one instant (by her device's clock, mended by its measured
 * offset) and that arrives at another. `access` is of the member whose signature it bears. Nothing that somebody wrote
 * while she could is lost, and nothing is taken from her that she may no longer say.
 */
export function judgeWriting(
  access: Access,
  entry: WrittenEntry,
  recordedAt: Instant,
  receivedAt: Instant,
): WritingAnswer {
  if (findKind(entry.kind)?.subject !== entry.subject.type)
    return { answer: 'refused', reason: 'unknown_kind' }
  // A clock that runs ahead says nothing about what she may do later.
  const writtenAt = recordedAt < receivedAt ? recordedAt : receivedAt
  if (mayWriteEntry(access, entry, receivedAt)) return { answer: 'allowed' }
  if (mayWriteEntry(access, entry, writtenAt)) {
    return { answer: 'quarantine', written: 'before_access_ended' }
  }
  const earlier = changesBefore(access, writtenAt)
  if (earlier.some((at) => mayWriteEntry(access, entry, at))) {
    return { answer: 'quarantine', written: 'after_access_ended' }
  }
  return { answer: 'refused', reason: reasonOf(access, entry, receivedAt) }
}

function mayWriteEntry(access: Access, { kind, subject, amended }: WrittenEntry, at: Instant): boolean {
  if (!mayWrite(access, kind, subject, at)) return false
  if (amended === undefined || mayRead(access, kind, subject, at)) return true
  // Who writes a kind without reading it knows no entry of it but her own. A file that she opened is not hers for that.
  return amended.by === access.member && !opensCase(kind)
}

function opensCase(kind: string): boolean {
  const declared = findKind(kind)
  return declared?.subject === 'case' && declared.opens
}

/** Every instant up to one at which she may have gained access. */
function changesBefore(access: Access, at: Instant): readonly Instant[] {
  const gained = [
    ...access.roles.map(({ from }) => from),
    ...access.assignments.map(({ from }) => from),
    ...access.breakGlass.map(({ from }) => from),
    ...access.suspended.flatMap(({ until }) => until ?? []),
  ]
  return gained.filter((instant) => instant <= at)
}

function reasonOf(access: Access, entry: WrittenEntry, at: Instant) {
  if (mayWrite(access, entry.kind, entry.subject, at)) {
    return opensCase(entry.kind) ? 'no_such_subject' : 'no_such_entry'
  }
  const writes = rolesAt(access, at).some((role) => roleWrites(role, entry.kind))
  return writes ? 'no_such_subject' : 'not_your_kind'
}
