import {
  type AnyKind,
  type Entry,
  type EntryId,
  type Instant,
  type PartialDate,
  resolveFacts,
  type SubjectId,
} from '@sathi/domain'
import { type ChainRows, countRowsOfSubjects } from './chain-rows.ts'
import { mostRowsOfSubject } from './find-crowded-subjects.ts'
import { importedEntryId } from './imported-entry-id.ts'
import type { StoredList } from './stored-list.ts'
import { unknownSubject } from './subject-numbers.ts'

type OpeningRow = { readonly line: number; readonly subjectCode: string }

/** Rows looked at together, of one or more cases: memory stays bounded when everything is opened twice. */
const rowsPerPage = 2_000

/**
 * Rows that open a case which is open already, in the list or in the store (LIN-7). An opening that was taken back
 * no longer counts, so a case opened by mistake may be opened again. Subjects are resolved before.
 */
export async function* findDoubleOpenings(
  kind: AnyKind,
  rows: ChainRows,
  stored: StoredList,
): AsyncGenerator<OpeningRow, void, undefined> {
  const storedCases = new Map(
    stored.subjects.filter(({ type }) => type === 'case').map(({ code, id }) => [code, id]),
  )
  const rowIds = rows.rowIds()
  for (const page of pagesOfCases(rows, (code) => storedCases.has(code))) {
    const entries = new Map<EntryId, Entry>()
    const rowById = new Map<EntryId, number>()
    const reopened = new Set<SubjectId>()
    for (const row of page) {
      const code = rows.subjects.findCode(rows.subjectOfRow[row]) ?? ''
      const known = storedCases.get(code)
      if (known !== undefined) reopened.add(known)
      const entry = openingOf(kind, rows, row, rowIds[row] ?? '', known ?? (`new:${code}` as SubjectId))
      entries.set(entry.id, entry)
      rowById.set(entry.id, row)
    }
    for (const entry of await stored.findOpenings(kind.name, [...reopened])) entries.set(entry.id, entry)
    for (const row of superfluous(entries, rowById)) {
      const subjectCode = rows.subjects.findCode(rows.subjectOfRow[row]) ?? ''
      yield { line: rows.lines[row] ?? 0, subjectCode }
    }
  }
}

/** Rows not stored yet whose case stands in several rows of the table, or in the store; those of one case together. */
function* pagesOfCases(rows: ChainRows, isStored: (code: string) => boolean): Generator<readonly number[]> {
  const counts = countRowsOfSubjects(rows)
  const wanted: number[] = []
  for (const [row, subject] of rows.subjectOfRow.entries()) {
    const count = counts[subject] ?? 0
    if (subject === unknownSubject || rows.stored.has(row) || count > mostRowsOfSubject) continue
    if (count > 1 || isStored(rows.subjects.findCode(subject) ?? '')) wanted.push(row)
  }
  const subjectOf = (row: number | undefined): number => rows.subjectOfRow[row ?? -1] ?? unknownSubject
  const ordered = Int32Array.from(wanted).sort(
    (left, right) => subjectOf(left) - subjectOf(right) || left - right,
  )
  let from = 0
  for (let to = 1; to <= ordered.length; to++) {
    const isWhole = to === ordered.length || subjectOf(ordered[to]) !== subjectOf(ordered[to - 1])
    if (!isWhole || (to - from < rowsPerPage && to < ordered.length)) continue
    yield [...ordered.subarray(from, to)]
    from = to
  }
}

/** As much of an opening as decides whether it stands: its day and its fields do not. */
function openingOf(kind: AnyKind, rows: ChainRows, row: number, rowId: string, subject: SubjectId): Entry {
  const amends = rows.amends.get(row)
  const retracts = rows.retracts.get(row)
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

/** Of each case the opening from before, or else the first of the list, is the one that stands; the others are too many. */
function superfluous(entries: ReadonlyMap<EntryId, Entry>, rowById: ReadonlyMap<EntryId, number>): number[] {
  // A chain that begins nowhere is told elsewhere; what it opens is not known.
  const facts = resolveFacts(entries.values()).filter(({ id }) => entries.has(firstOfChain(id, entries)))
  return [...Map.groupBy(facts, (fact) => fact.subject.id).values()].flatMap((openings) => {
    const fresh = openings
      .map(({ id }) => rowById.get(firstOfChain(id, entries)))
      .filter((row) => row !== undefined)
      .sort((left, right) => left - right)
    return fresh.length < openings.length ? fresh : fresh.slice(1)
  })
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
