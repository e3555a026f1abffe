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
  if (entry.author !== actor.author) faults.push({ field: 'author', accepted: 'your own user code' })
  // Rows of a line list come in at the office, where somebody else may be named as their author.
  if (entry.rowId !== undefined)
    faults.push({ field: 'row_id', accepted: 'nothing: no device reads line lists' })
  if (faults.length === 0 && !isWritable(entry))
    faults.push({ field: 'open', accepted: 'what JSON can hold' })
  return faults
}

// JSON can hold both, but no database takes the first in a text, and the second is a name that not all code looks at.
const heldByNobody = /(?<!\\)(?:\\\\)*\\u0000|"__proto__":/

function isWritable(entry: Entry): boolean {
  try {
    return !heldByNobody.test(canonicalJson(entry))
  } catch {
    return false
  }
}
