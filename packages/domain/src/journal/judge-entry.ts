import { findPartialDate } from './calendar.ts'
import type { Compartment, SealedPart } from './compartment.ts'
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
  faults.push(...judgeSealed(entry, kind))
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

/**
 * Nobody who judges can read what is sealed, so only this is asked: that the kind has something to seal in this
 * compartment. That a box is well formed is for whoever reads it from outside.
 */
function judgeSealed(entry: Entry, kind: AnyKind): EntryFault[] {
  const named = Object.keys(entry.sealed ?? {}) as Compartment[]
  if (named.length === 0) return []
  if (entry.retracts !== undefined) return named.map((field) => ({ field, accepted: nothingInRetraction }))
  if (entry.version > kind.version) return []
  const declared = new Set(Object.values(kind.sealed).map(({ compartment }) => compartment))
  return named
    .filter((compartment) => !declared.has(compartment))
    .map((field) => ({ field, accepted: 'no sealed field of this kind is in this compartment' }))
}

const nothingInRetraction = 'nothing: a retraction only names what it takes back'

/**
 * An entry as signatures see it: each sealed part by its digest, and of the signature only who signs with which key. So
 * whoever is not given a compartment can verify the entry all the same. `digestOf` gives the digest of a part's box.
 */
export function signedForm(entry: Entry, digestOf: (part: SealedPart) => string): unknown {
  const { sealed, signed, ...rest } = entry
  const digests =
    sealed === undefined
      ? undefined
      : Object.fromEntries(
          Object.entries(sealed).map(([compartment, part]) => [
            compartment,
            { keyVersion: part.keyVersion, digest: digestOf(part) },
          ]),
        )
  return { ...rest, sealed: digests, signed: signed && { by: signed.by, key: signed.key } }
}

function extraFields(entry: Entry, kind: AnyKind, retraction: boolean): EntryFault[] {
  if (entry.version > kind.version) return []
  return Object.keys(entry.open)
    .filter((name) => retraction || !Object.hasOwn(kind.open, name))
    .map((field) => ({
      field,
      accepted: retraction ? nothingInRetraction : 'no such field in this kind',
    }))
}
