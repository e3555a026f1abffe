import {
  type AnyKind,
  type Entry,
  type EntryId,
  type Instant,
  type PartialDate,
  resolveFacts,
  type SubjectId,
} from '@sathi/domain'
import type { ChainRows } from './chain-rows.ts'
import { importedEntryId } from './imported-entry-id.ts'
import type { StoredList } from './stored-list.ts'

type OpeningRow = { readonly line: number; readonly subjectCode: string }

/**
 * Rows that open a case which is open already, in the list or in the store (LIN-7). An opening that was taken back
 * no longer counts, so a case opened by mistake may be opened again. Subjects are resolved before.
 */
export async function findDoubleOpenings(
  kind: AnyKind,
  rows: ChainRows,
  stored: StoredList,
): Promise<readonly OpeningRow[]> {
  const storedCases = new Map(
    stored.subjects.filter(({ type }) => type === 'case').map(({ code, id }) => [code, id]),
  )
  const fresh = freshRows(rows, (code) => storedCases.has(code))
  if (fresh.length === 0) return []
  const rowIds = rows.rowIds()
  const subjectIdOf = (row: number): SubjectId => {
    const code = rows.findSubjectCode(rows.subjectOfRow[row]) ?? ''
    return storedCases.get(code) ?? (`new:${code}` as SubjectId)
  }
  const reopened = new Set(fresh.map(subjectIdOf))
  const before = await stored.findOpenings(
    kind.name,
    [...storedCases.values()].filter((id) => reopened.has(id)),
  )
  const entries = new Map(before.map((entry) => [entry.id, entry]))
  const rowById = new Map<EntryId, number>()
  for (const row of fresh) {
    const entry = openingOf(
      kind,
      rowIds[row] ?? '',
      subjectIdOf(row),
      rows.amends.get(row),
      rows.retracts.get(row),
    )
    entries.set(entry.id, entry)
    rowById.set(entry.id, row)
  }
  // A chain that begins nowhere is told elsewhere; what it opens is not known.
  const facts = resolveFacts(entries.values()).filter(({ id }) => entries.has(firstOfChain(id, entries)))
  return [...Map.groupBy(facts, (fact) => fact.subject.id).values()].flatMap((openings) => {
    const first = openings.map(({ id }) => rowById.get(firstOfChain(id, entries)))
    return allButTheFirst(first).map((row) => ({
      line: rows.lines[row] ?? 0,
      subjectCode: rows.findSubjectCode(rows.subjectOfRow[row]) ?? '',
    }))
  })
}

/** Rows not stored yet whose case stands in several rows of the table, or in the store. */
function freshRows(rows: ChainRows, isStored: (code: string) => boolean): readonly number[] {
  const counts = new Uint32Array(rows.subjectCount)
  for (const subject of rows.subjectOfRow) counts[subject] = (counts[subject] ?? 0) + 1
  const fresh: number[] = []
  for (const [row, subject] of rows.subjectOfRow.entries()) {
    const code = rows.findSubjectCode(subject)
    if (code === undefined || rows.stored.has(row)) continue
    if ((counts[subject] ?? 0) > 1 || isStored(code)) fresh.push(row)
  }
  return fresh
}

/** As much of an opening as decides whether it stands: its day and its fields do not. */
function openingOf(
  kind: AnyKind,
  rowId: string,
  subject: SubjectId,
  amends: string | undefined,
  retracts: string | undefined,
): Entry {
  return {
    id: importedEntryId(kind.name, rowId),
    subject: { type: 'case', id: subject },
    kind: kind.name,
    version: kind.version,
    occurredOn: '2000' as PartialDate,
    recordedAt: '2000-01-01T00:00:00.000Z' as Instant,
    author: null,
    device: null,
    ...(amends === undefined ? {} : { amends: importedEntryId(kind.name, amends) }),
    ...(retracts === undefined ? {} : { retracts: importedEntryId(kind.name, retracts) }),
    rowId,
    open: {},
  }
}

/** The opening from before, or else the first of the list, is the one that stands. */
function allButTheFirst(openings: readonly (number | undefined)[]): number[] {
  const fresh = openings.filter((row) => row !== undefined).sort((left, right) => left - right)
  return fresh.length < openings.length ? fresh : fresh.slice(1)
}

function firstOfChain(id: EntryId, entries: ReadonlyMap<EntryId, Entry>): EntryId {
  let first = id
  // A circle of amendments is a fault of its own; it must not keep this from ending.
  for (let steps = 0; steps < entries.size; steps++) {
    const earlier = entries.get(first)?.amends
    if (earlier === undefined) return first
    first = earlier
  }
  return first
}
