import { hash } from 'node:crypto'
import { type Entry, type EntryId, getKind, type SubjectId } from '@sathi/domain'

/** Fields whose codes name one thing across journals, so that every copy of a programme needs codes of its own. */
const codesOfOneThing = [
  'participant_code',
  'officer_code',
  'business_id',
  'match_id',
  'incident_id',
  'post_code',
]

/**
 * One copy of a programme under other codes and ids, with each case's journal told `times` times over except for its
 * opening. Copies of different numbers share nothing, so several make one large programme.
 */
export function* scaledEntries(entries: readonly Entry[], copy: number, times: number): Iterable<Entry> {
  for (const entry of entries) {
    const repeats = entry.subject.type === 'case' && !getKind(entry.kind).opens ? times : 1
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const renamed = <Id extends EntryId | SubjectId>(id: Id): Id => anotherId(id, `${copy} ${repeat}`)
      yield {
        ...entry,
        id: renamed(entry.id),
        subject: { type: entry.subject.type, id: anotherId(entry.subject.id, `${copy}`) },
        rowId: `${entry.rowId}.${copy}.${repeat}`,
        ...(entry.amends === undefined ? {} : { amends: renamed(entry.amends) }),
        ...(entry.retracts === undefined ? {} : { retracts: renamed(entry.retracts) }),
        open: withOwnCodes(entry.open, copy),
      }
    }
  }
}

function withOwnCodes(open: Entry['open'], copy: number): Entry['open'] {
  const own = { ...open }
  for (const name of codesOfOneThing) if (own[name] !== undefined) own[name] = `${own[name]}-${copy}`
  return own
}

function anotherId<Id extends string>(id: Id, name: string): Id {
  const digits = hash('sha1', `${id} ${name}`, 'hex')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}` as Id
}
