import {
  type Entry,
  foldPart,
  type PartName,
  partsBySubject,
  type SheetBook,
  type SubjectId,
  type SubjectRef,
  sheetParts,
} from '@sathi/domain'

/** The sheets that the entries add up to. */
export function bookOf(entries: Iterable<Entry>): SheetBook {
  const journals = new Map<SubjectId, { subject: SubjectRef; entries: Entry[] }>()
  for (const entry of entries) {
    const journal = journals.get(entry.subject.id)
    if (journal === undefined) journals.set(entry.subject.id, { subject: entry.subject, entries: [entry] })
    else journal.entries.push(entry)
  }
  const bodies = emptyBodies()
  for (const { subject, entries: own } of journals.values()) {
    for (const part of partsBySubject[subject.type]) {
      const body = foldPart(part, own, subject)
      if (body !== undefined) bodies[part.name as PartName].set(subject.id, body)
    }
  }
  return bodies as unknown as SheetBook
}

function emptyBodies(): Record<PartName, Map<SubjectId, unknown>> {
  const names = Object.keys(sheetParts) as PartName[]
  return Object.fromEntries(names.map((name) => [name, new Map()])) as unknown as ReturnType<
    typeof emptyBodies
  >
}
