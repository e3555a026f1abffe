import { findPartialDate } from './calendar.ts'
import { type Entry, type EntryFault, isUuid } from './entry.ts'
import type { AnyKind } from './kind.ts'
import { acceptedBy, isFieldValue } from './read-field.ts'

/**
 * Judges an entry against its kind: every fault there is, none when it is good.
 * Fields of a later version of the kind are kept unjudged, so that an older copy of the product loses nothing.
 */
export function judgeEntry(entry: Entry, kind: AnyKind): readonly EntryFault[] {
  const faults: EntryFault[] = []
  if (!isUuid(entry.id)) faults.push({ field: 'id', accepted: 'a UUID in lower case' })
  if (findPartialDate(entry.occurredOn) === undefined) {
    faults.push({ field: 'occurred_on', accepted: acceptedBy({ type: 'date' }) })
  }
  if (entry.subject.type !== kind.subject) {
    faults.push({ field: 'subject', accepted: `a ${kind.subject}` })
  }
  if (entry.retracts !== undefined) return [...faults, ...extraFields(entry, kind, true)]
  for (const [name, field] of Object.entries(kind.open)) {
    const value = entry.open[name]
    if (value === undefined) {
      if (field.required) faults.push({ field: name, accepted: acceptedBy(field.shape) })
    } else if (!isFieldValue(field, value)) {
      faults.push({ field: name, accepted: acceptedBy(field.shape) })
    }
  }
  faults.push(...extraFields(entry, kind, false))
  if (faults.length === 0) faults.push(...kind.rule(entry.open as never))
  return faults
}

function extraFields(entry: Entry, kind: AnyKind, retraction: boolean): EntryFault[] {
  if (entry.version > kind.version) return []
  return Object.keys(entry.open)
    .filter((name) => retraction || !Object.hasOwn(kind.open, name))
    .map((field) => ({
      field,
      accepted: retraction
        ? 'nothing: a retraction only names what it takes back'
        : 'no such field in this kind',
    }))
}
