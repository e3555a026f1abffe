import { type AnyKind, findKind, type Instant, isReferenceCode, kinds } from '@sathi/domain'
import type { LineListSource, TableSource } from '../tables/index.ts'
import { chainFaultWords } from './chain-fault-words.ts'
import { createChainIndex } from './chain-index.ts'
import { caseReferences, draftToEntry } from './draft-to-entry.ts'
import { shown } from './fault.ts'
import { createFaultList, type FaultList } from './fault-list.ts'
import { findDoubleOpenings, type OpeningRow } from './find-double-openings.ts'
import { importedEntryId } from './imported-entry-id.ts'
import { type ColumnPlan, readHeader } from './read-header.ts'
import { type DraftRow, readRow } from './read-row.ts'
import { hasSameContent } from './same-content.ts'
import { loadStoredChains, type StoredList } from './stored-list.ts'
import type { SubjectDirectory } from './subject-directory.ts'

/** What checking found out: faults, or what storing needs to know. */
export type CheckedLineList = {
  readonly faults: FaultList
  readonly rows: number
  /** Subject codes of rows that leave theirs out (retractions), by kind and row id. */
  readonly impliedSubjects: ReadonlyMap<string, ReadonlyMap<string, string>>
}

type Check = {
  readonly source: LineListSource
  readonly stored: StoredList
  readonly directory: SubjectDirectory
  readonly recordedAt: Instant
  readonly onRows?: (rows: number) => void
  readonly onBytes?: (bytes: number) => void
}

/** Reads a whole line list and judges every row and reference; stores nothing. The order of tables and rows does not matter. */
export async function checkLineList(check: Check): Promise<CheckedLineList> {
  const faults = createFaultList()
  const impliedSubjects = new Map<string, Map<string, string>>()
  const openings = {
    codes: new Set(check.stored.subjects.filter(({ type }) => type === 'case').map(({ code }) => code)),
    complete: true,
  }
  let rows = 0
  let bytesBefore = 0
  for (const table of openingsFirst(check.source.tables)) {
    const kind = findKind(table.name)
    if (kind === undefined) {
      faults.add({
        file: table.file,
        line: null,
        column: null,
        code: 'unknown-table',
        found: shown(table.name),
        accepted: `a file or sheet named after a kind: ${Object.keys(kinds).join(', ')}`,
      })
      continue
    }
    let bytesHere = 0
    const outcome = await checkTable({ ...check, kind, table, faults, openings }, (read, bytes) => {
      bytesHere = bytes
      check.onRows?.(rows + read)
      check.onBytes?.(bytesBefore + bytes)
    })
    bytesBefore += bytesHere
    rows += outcome.rows
    if (outcome.implied.size > 0) impliedSubjects.set(kind.name, outcome.implied)
  }
  return { faults, rows, impliedSubjects }
}

/** Cases are opened before anything refers to them, wherever the list keeps the table. */
export function openingsFirst(tables: readonly TableSource[]): readonly TableSource[] {
  return [...tables].sort((left, right) => Number(opens(right)) - Number(opens(left)))
}

function opens(table: TableSource): boolean {
  return findKind(table.name)?.opens ?? false
}

type TableCheck = Check & {
  readonly kind: AnyKind
  readonly table: TableSource
  readonly faults: FaultList
  /** Codes of the cases that are open; not complete when a row that may open one could not be read. */
  readonly openings: { readonly codes: Set<string>; complete: boolean }
}

async function checkTable(
  check: TableCheck,
  onProgress: (rows: number, bytes: number) => void,
): Promise<{ rows: number; implied: Map<string, string> }> {
  const { kind, table, faults, source } = check
  const chains = createChainIndex()
  const openingRows: OpeningRow[] = []
  const withoutSubject: string[] = []
  const references = caseReferences(kind)
  const knownBefore = check.stored.hasEntries
  let plan: ColumnPlan | undefined
  let rows = 0
  let bytes = 0
  // Rows that could not be read may be what others point at: then nothing is said about targets that are not there.
  let everyRowRead = true
  for await (const event of source.read(table, (read) => {
    bytes = read
  })) {
    if (event.kind === 'fault') {
      faults.add(event.fault)
      everyRowRead = false
      if (kind.opens) check.openings.complete = false
    }
    if (event.kind === 'header') {
      const header = readHeader(kind, event.header.columns)
      for (const fault of header.faults) faults.add({ file: table.file, line: event.header.line, ...fault })
      plan = header.plan
    }
    if (event.kind !== 'rows' || plan === undefined) continue
    const good: OpeningRow[] = []
    for (const { line, cells } of event.rows) {
      rows += 1
      const { draft, faults: rowFaults } = readRow(kind, plan, cells)
      for (const fault of rowFaults) faults.add({ file: table.file, line, ...fault })
      if (kind.opens && draft.subjectCode !== '') check.openings.codes.add(draft.subjectCode)
      else checkCases(check, draft, line, references)
      if (draft.rowId === '') continue
      chains.add(draft, line)
      if (draft.subjectCode === '') withoutSubject.push(draft.rowId)
      if (rowFaults.length > 0) continue
      if (kind.opens) openingRows.push({ draft, line })
      good.push({ draft, line })
    }
    if (knownBefore) await checkAgainstStored(check, good)
    onProgress(rows, bytes)
  }
  const stored = await loadStoredChains(kind, check.stored, chains.targets())
  const chainFaults = chains.check(stored).filter(({ code }) => everyRowRead || code !== 'target-unknown')
  for (const fault of chainFaults) {
    const { line, column, code, found } = fault
    faults.add({
      file: table.file,
      line,
      column,
      code,
      found: shown(found),
      accepted: chainFaultWords(code, kind),
    })
  }
  if (kind.opens && chainFaults.length === 0) {
    for (const { draft, line } of await findDoubleOpenings(
      kind,
      openingRows,
      check.stored,
      check.recordedAt,
    )) {
      faults.add({
        file: table.file,
        line,
        column: kind.subjectCode,
        code: 'case-opened-twice',
        found: shown(draft.subjectCode),
        accepted:
          'a case that is opened once: amend or retract the other opening, or give this case a code of its own',
      })
    }
  }
  const implied = new Map<string, string>()
  for (const rowId of withoutSubject) {
    const code = chains.findSubjectCode(rowId, stored)
    if (code !== undefined) implied.set(rowId, code)
  }
  return { rows, implied }
}

function checkCases(check: TableCheck, draft: DraftRow, line: number, references: readonly string[]): void {
  const { kind, table, faults, openings } = check
  if (!openings.complete) return
  const unknown = (column: string, code: string): void => {
    faults.add({
      file: table.file,
      line,
      column,
      code: 'case-never-opened',
      found: shown(code),
      accepted: 'the code of a case that case_opened opens, in this list or before',
    })
  }
  if (
    kind.subject === 'case' &&
    isReferenceCode(draft.subjectCode) &&
    !openings.codes.has(draft.subjectCode)
  ) {
    unknown(kind.subjectCode, draft.subjectCode)
  }
  for (const name of references) {
    const code = draft.open[name]
    if (typeof code === 'string' && !openings.codes.has(code)) unknown(name, code)
  }
}

/** A row whose id is stored already must say the same as before. */
async function checkAgainstStored(check: TableCheck, rows: readonly OpeningRow[]): Promise<void> {
  const { kind, table, faults, directory, recordedAt } = check
  const stored = await check.stored.findEntries(
    rows.map(({ draft }) => importedEntryId(kind.name, draft.rowId)),
  )
  if (stored.size === 0) return
  for (const { draft, line } of rows) {
    const before = stored.get(importedEntryId(kind.name, draft.rowId))
    if (before === undefined) continue
    const subject =
      draft.subjectCode === '' ? before.subject.id : directory.find(kind.subject, draft.subjectCode)
    const again =
      subject &&
      draftToEntry(kind, draft, { type: kind.subject, id: subject }, recordedAt, (code) =>
        directory.find('case', code),
      )
    if (again !== undefined && hasSameContent(before, again)) continue
    faults.add({
      file: table.file,
      line,
      column: 'row_id',
      code: 'row-id-reused',
      found: shown(draft.rowId),
      accepted:
        'the same content as when this row_id was imported: to change a row, add a new row that amends it',
    })
  }
}
