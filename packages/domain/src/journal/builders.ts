import type { PartialDate } from './calendar.ts'
import type { Entry, EntryId, Instant, SubjectId } from './entry.ts'

/** An entry id made of a small number, so that tests can name entries. */
export function anEntryId(number: number): EntryId {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as EntryId
}

/** A follow-up of an invented case, with whatever the test is about in its place. */
export function anEntry(number: number, about: Partial<Entry> = {}): Entry {
  return {
    id: anEntryId(number),
    subject: { type: 'case', id: '00000000-0000-7000-9000-000000000001' as SubjectId },
    kind: 'follow_up',
    version: 1,
    occurredOn: '2021-03-05' as PartialDate,
    recordedAt: '2021-03-05T10:00:00.000Z' as Instant,
    author: 'cw-01',
    device: null,
    open: { channel: 'home_visit', reached: 'survivor' },
    ...about,
  }
}
