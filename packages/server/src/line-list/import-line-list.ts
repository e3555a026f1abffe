import { type AnyKind, type EntryId, findKind, type Instant, type SubjectId } from '@sathi/domain'
import type { LineListSource, TableSource } from '../tables/index.ts'
import { type CheckedLineList, checkLineList, openingsFirst } from './check-line-list.ts'
import { draftToEntry } from './draft-to-entry.ts'
import type { LineListFault } from './fault.ts'
import type { LineListStore } from './import-store.ts'
import { importedEntryId } from './imported-entry-id.ts'
import type { Importer, UnsealedRow } from './importer.ts'
import { keepHeapSmall } from './keep-heap-small.ts'
import { LineListChanged } from './line-list-changed.ts'
import { readHeader } from './read-header.ts'
import { type DraftRow, readRow } from './read-row.ts'
import { createSubjectDirectory, type SubjectDirectory } from './subject-directory.ts'

export type ImportProgress =
  | { readonly phase: 'reading'; readonly bytes: number; readonly rows: number }
  | { readonly phase: 'storing'; readonly rows: number }

/** What came of an import. A refused list has stored nothing. */
export type ImportOutcome =
  | {
      readonly state: 'stored'
      readonly rows: number
      readonly stored: number
      readonly alreadyStored: number
    }
  | {
      readonly state: 'checked'
      readonly rows: number
      readonly stored: number
      readonly alreadyStored: number
    }
  | { readonly state: 'refused'; readonly faults: readonly LineListFault[]; readonly faultCount: number }

export type ImportOptions = {
  readonly recordedAt: Instant
  readonly newSubjectId: () => SubjectId
  /** The member who imports; without her, only coded columns are taken in. */
  readonly importer?: Importer
  /** Told before anything is stored, of a list that has no fault. */
  readonly onChecked?: (checked: CheckedList) => Promise<void>
  /** Only says what would happen. */
  readonly dryRun: boolean
  readonly onProgress?: (progress: ImportProgress) => void
}

/** What a good list will add. */
export type CheckedList = {
  readonly stored: number
  readonly newCases: readonly SubjectId[]
  /** Whether it has sealed columns. */
  readonly sealed: boolean
}

/**
 * Takes a whole line list in, or nothing of it: every row is checked first, then stored in the store's one transaction.
 */
export async function importLineList(
  source: LineListSource,
  store: LineListStore,
  options: ImportOptions,
): Promise<ImportOutcome> {
  return keepHeapSmall(() => checkAndStore(source, store, options))
}

async function checkAndStore(
  source: LineListSource,
  store: LineListStore,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const directory = createSubjectDirectory(store.subjects, options.newSubjectId)
  const checked = await checkLineList({
    source,
    stored: store,
    directory,
    importer: options.importer,
    onProgress: (read) => options.onProgress?.({ phase: 'reading', ...read }),
  })
  const { faults, rows, alreadyStored } = checked
  if (faults.count > 0) return { state: 'refused', faults: faults.listed(), faultCount: faults.count }
  const counts = { rows, stored: rows - alreadyStored, alreadyStored }
  if (options.dryRun) return { state: 'checked', ...counts }
  if (counts.stored > 0) await storeChecked(source, store, checked, directory, options)
  return { state: 'stored', ...counts }
}

async function storeChecked(
  source: LineListSource,
  store: LineListStore,
  { impliedSubjects, alreadyStored, rows, newCases, sealed }: CheckedLineList,
  directory: SubjectDirectory,
  { recordedAt, onProgress, importer, onChecked }: ImportOptions,
): Promise<void> {
  await onChecked?.({
    stored: rows - alreadyStored,
    newCases: newCases.map((code) => directory.getOrOpen('case', code)),
    sealed,
  })
  const append = await store.beginAppend()
  let stored = 0
  for (const table of openingsFirst(source.tables)) {
    const kind = findKind(table.name)
    if (kind === undefined) throw new LineListChanged()
    const implied = impliedSubjects.get(kind.name) ?? new Map<string, string>()
    for await (const drafts of readDrafts(source, table, kind, importer !== undefined)) {
      const fresh = alreadyStored === 0 ? drafts : await withoutStored(store, kind, drafts)
      if (fresh.length === 0) continue
      const added = fresh.map((draft) => newRow(kind, draft, implied, directory, recordedAt))
      await append.add((await importer?.seal(added)) ?? added.map(({ submission }) => submission))
      stored += fresh.length
      onProgress?.({ phase: 'storing', rows: stored })
    }
  }
  if (stored !== rows - alreadyStored) throw new LineListChanged()
  await append.finish()
}

function newRow(
  kind: AnyKind,
  draft: DraftRow,
  implied: ReadonlyMap<string, string>,
  directory: SubjectDirectory,
  recordedAt: Instant,
): UnsealedRow {
  const subjectCode = draft.subjectCode === '' ? implied.get(draft.rowId) : draft.subjectCode
  if (subjectCode === undefined) throw new Error('a checked row without a subject')
  const subject = { type: kind.subject, id: directory.getOrOpen(kind.subject, subjectCode) }
  const findCase = (code: string): SubjectId => directory.getOrOpen('case', code)
  const entry = draftToEntry(kind, draft, subject, recordedAt, findCase)
  return { submission: { entry, subjectCode }, says: draft.says }
}

/** Reads a checked table once more. A row that is bad now was changed in between: the import stops and nothing is kept. */
async function* readDrafts(
  source: LineListSource,
  table: TableSource,
  kind: AnyKind,
  takesSealed: boolean,
): AsyncIterable<DraftRow[]> {
  let plan: ReturnType<typeof readHeader>['plan'] | undefined
  for await (const part of source.read(table)) {
    if (part.kind === 'fault') throw new LineListChanged()
    if (part.kind === 'header') {
      const header = readHeader(kind, part.header.columns, takesSealed)
      if (header.faults.length > 0) throw new LineListChanged()
      plan = header.plan
      continue
    }
    if (plan === undefined) throw new LineListChanged()
    const drafts: DraftRow[] = []
    for (const { cells } of part.rows) {
      const { draft, faults } = readRow(kind, plan, cells)
      if (faults.length > 0) throw new LineListChanged()
      drafts.push(draft)
    }
    yield drafts
  }
}

async function withoutStored(
  store: LineListStore,
  kind: AnyKind,
  drafts: readonly DraftRow[],
): Promise<readonly DraftRow[]> {
  const ids = drafts.map((draft) => importedEntryId(kind.name, draft.rowId))
  const stored = await store.findIds(ids)
  return drafts.filter((_, index) => !stored.has(ids[index] as EntryId))
}
