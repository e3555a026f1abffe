import type { Compartment } from '@sathi/domain'
import type { NewKey } from '../messages/index.ts'
import type { OwnItem } from './own-item.ts'

/**
 * An item with every key that goes up with it: those made for it, and those that it is sealed under and that were made
 * for another item which cannot go. `items`: all that have not reached the office.
 */
export function withKeysFor(item: OwnItem, items: readonly OwnItem[]): OwnItem {
  const { subject, sealed } = item.submission.entry
  if (sealed === undefined) return item
  const keys = new Set<NewKey>(item.keys)
  for (const other of items) {
    if (other.standing.state === 'to-go' || other.submission.entry.subject.id !== subject.id) continue
    for (const key of other.keys) {
      if (sealed[key.compartment as Compartment]?.keyVersion === key.version) keys.add(key)
    }
  }
  return { ...item, keys: [...keys] }
}
