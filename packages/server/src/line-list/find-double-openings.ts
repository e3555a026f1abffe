import {
  type AnyKind,
  type Entry,
  type EntryId,
  type Instant,
  resolveFacts,
  type SubjectId,
} from '@sathi/domain'
import { draftToEntry } from './draft-to-entry.ts'
import { importedEntryId } from './imported-entry-id.ts'
import type { DraftRow } from './read-row.ts'
import type { StoredList } from './stored-list.ts'

export type OpeningRow = { readonly draft: DraftRow; readonly line: number }

/**
 * Rows that open a case which is open already, in the list or in the store. An opening that was taken back
 * no longer counts, so a case opened by mistake may be opened again.
 */
export async function findDoubleOpenings(
  kind: AnyKind,
  rows: readonly OpeningRow[],
  stored: StoredList,
  recordedAt: Instant,
): Promise<readonly OpeningRow[]> {
  const storedCases = new Map(
    stored.subjects.filter(({ type }) => type === 'case').map((subject) => [subject.code, subject.id]),
  )
  const storedIds = stored.hasEntries
    ? await stored.findEntries(rows.map(({ draft }) => importedEntryId(kind.name, draft.rowId)))
    : new Map<string, Entry>()
  const fresh = rows.filter(({ draft }) => !storedIds.has(importedEntryId(kind.name, draft.rowId)))
  const reopened = new Set(fresh.map(({ draft }) => storedCases.get(draft.subjectCode)))
  const before = stored.hasEntries
    ? await stored.findOpenings(
        kind.name,
        [...reopened].filter((id) => id !== undefined),
      )
    : []
  // Codes stand in for ids here: what matters is only which rows share a subject.
  const entries = fresh.map(({ draft }) => {
    const id = storedCases.get(draft.subjectCode) ?? (`new:${draft.subjectCode}` as SubjectId)
    return draftToEntry(kind, draft, { type: 'case', id }, recordedAt, () => undefined)
  })
  const entriesById = new Map([...before, ...entries].map((entry) => [entry.id, entry]))
  const rowsById = new Map(fresh.map((row) => [importedEntryId(kind.name, row.draft.rowId), row]))
  const opened = new Map<SubjectId, (OpeningRow | undefined)[]>()
  for (const fact of resolveFacts(entriesById.values())) {
    const opening = rowsById.get(firstOfChain(fact.id, entriesById))
    opened.set(fact.subject.id, [...(opened.get(fact.subject.id) ?? []), opening])
  }
  return [...opened.values()].flatMap(allButTheFirst)
}

/** The opening from before, or else the first of the list, is the one that stands. */
function allButTheFirst(openings: readonly (OpeningRow | undefined)[]): OpeningRow[] {
  const fresh = openings
    .filter((opening) => opening !== undefined)
    .sort((left, right) => left.line - right.line)
  return fresh.length < openings.length ? fresh : fresh.slice(1)
}

function firstOfChain(id: EntryId, entriesById: ReadonlyMap<EntryId, Entry>): EntryId {
  const earlier = entriesById.get(id)?.amends
  return earlier === undefined ? id : firstOfChain(earlier, entriesById)
}
