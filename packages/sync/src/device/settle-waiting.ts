import { type Entry, type EntryId, findKind, type SubjectId } from '@sathi/domain'
import type { DeviceWrite } from './device-store.ts'
import type { OwnItem } from './own-item.ts'

/**
 * Which items must wait because they build on one that was refused, and which need wait no more. An item builds on what
 * it amends, retracts or settles, and on the entry that opens its subject.
 * `items`: all that are to go, refused or waiting, in the order in which they were written.
 */
export function settleWaiting(items: readonly OwnItem[]): {
  readonly toGo: readonly OwnItem[]
  readonly writes: readonly DeviceWrite[]
} {
  const blocked = new Map<EntryId | SubjectId, EntryId>()
  const block = ({ submission }: OwnItem): void => {
    const { entry } = submission
    blocked.set(entry.id, entry.id)
    if (opens(submission)) blocked.set(entry.subject.id, entry.id)
  }
  for (const item of items) if (item.standing.state === 'refused') block(item)
  const toGo: OwnItem[] = []
  const writes: DeviceWrite[] = []
  for (const item of items) {
    const { standing, submission } = item
    if (standing.state === 'refused') continue
    const blocker = foundationsOf(submission.entry).find((id) => blocked.has(id))
    const { id } = submission.entry
    if (blocker === undefined) {
      toGo.push(item)
      if (standing.state === 'waiting') writes.push({ write: 'standing', id, standing: { state: 'to-go' } })
      continue
    }
    block(item)
    const waitsFor = blocked.get(blocker) ?? id
    if (standing.state !== 'waiting' || standing.for !== waitsFor) {
      writes.push({ write: 'standing', id, standing: { state: 'waiting', for: waitsFor } })
    }
  }
  return { toGo, writes }
}

/** What must be in the office before an entry can be. */
function foundationsOf({ subject, amends, retracts, settles = [] }: Entry): readonly (EntryId | SubjectId)[] {
  return [subject.id, ...[amends, retracts].filter((id) => id !== undefined), ...settles]
}

/** Whether an item opens its subject's journal: only with it does the office know the subject. */
export function opens({ entry, subjectCode }: OwnItem['submission']): boolean {
  return subjectCode !== undefined && (entry.subject.type !== 'case' || findKind(entry.kind)?.opens === true)
}
