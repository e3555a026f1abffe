import { canonicalJson, type Entry, type EntryFault } from '@sathi/domain'
import { EntryOnWire } from '../messages/index.ts'
import type { Actor } from './office-store.ts'

/** What of a pushed entry's form is wrong, by field and never by value. Its fields are for the store to judge. */
export function faultsOfPushed(entry: Entry, actor: Actor): EntryFault[] {
  const parsed = EntryOnWire.safeParse(entry)
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'entry')))
    return [...fields].map((field) => ({ field, accepted: 'what its form asks for' }))
  }
  const faults: EntryFault[] = []
  for (const [field, part] of Object.entries(entry.sealed ?? {})) {
    if (!('box' in part)) faults.push({ field, accepted: 'the box itself' })
  }
  // A row of a line list says who made the record on paper; whoever brings it in signs for it.
  if (entry.author !== actor.author && entry.rowId === undefined) {
    faults.push({ field: 'author', accepted: 'your own user code' })
  }
  if (faults.length === 0 && !isWritable(entry))
    faults.push({ field: 'open', accepted: 'what JSON can hold' })
  return faults
}

function isWritable(entry: Entry): boolean {
  try {
    canonicalJson(entry)
    return true
  } catch {
    return false
  }
}
