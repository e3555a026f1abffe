import { type AnyKind, findKind, type Instant, type SubjectId } from '@sathi/domain'
import type { Submission } from '../journal/index.ts'
import type { LineListSource, TableSource } from '../tables/index.ts'
import { checkLineList, openingsFirst } from './check-line-list.ts'
import { draftToEntry } from './draft-to-entry.ts'
import type { LineListFault } from './fault.ts'
import { importedEntryId } from './imported-entry-id.ts'
import { LineListChanged } from './line-list-changed.ts'
import { readHeader } from './read-header.ts'
import { type DraftRow, readRow } from './read-row.ts'
import type { LineListStore } from './store.ts'
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

/**
 * Takes a whole line list in, or nothing of it: every row is checked first, then stored in the store's one transaction.
 * With `dryRun` it only says what would happen.
 */
export async function importLineList(
  source: LineListSource,
  store: LineListStore,
  options: {
    readonly recordedAt: Instant
    readonly newSubjectId: () => SubjectId
    readonly dryRun: boolean
    readonly onProgress?: (progress: ImportProgress) => void
  },
): Promise<ImportOutcome> {
  const directory = createSubjectDirectory(store.subjects, options.newSubjectId)
  let bytes = 0
  let rows = 0
  const tell = (): void => options.onProgress?.({ phase: 'reading', bytes, rows })
  const checked = await checkLineList({
    source,
    stored: store,
    directory,
    recordedAt: options.recordedAt,
    onRows: (read) => {
      rows = read
    },
    onBytes: (read) => {
      bytes = read
      tell()
    },
  })
  if (checked.faults.count > 0) {
    return { state: 'refused', faults: checked.faults.listed, faultCount: checked.faults.count }
  }
  let stored = 0
  const append = options.dryRun ? undefined : await store.beginAppend()
  for (const table of openingsFirst(source.tables)) {
    const kind = findKind(table.name)
    if (kind === undefined) continue
    const implied = checked.impliedSubjects.get(kind.name) ?? new Map<string, string>()
    for await (const drafts of readDrafts(source, table, kind)) {
      const fresh = await withoutStored(store, kind, drafts)
      stored += fresh.length
      if (append === undefined || fresh.length === 0) continue
      await append.add(fresh.map((draft) => newRow(kind, draft, implied, directory, options.recordedAt)))
      options.onProgress?.({ phase: 'storing', rows: stored })
    }
  }
  await append?.finish()
  const state = options.dryRun ? 'checked' : 'stored'
  return { state, rows: checked.rows, stored, alreadyStored: checked.rows - stored }
}

function newRow(
  kind: AnyKind,
  draft: DraftRow,
  implied: ReadonlyMap<string, string>,
  directory: SubjectDirectory,
  recordedAt: Instant,
): Submission {
  const subjectCode = draft.subjectCode === '' ? implied.get(draft.rowId) : draft.subjectCode
  if (subjectCode === undefined) throw new Error('a checked row without a subject')
  const subject = { type: kind.subject, id: directory.getOrOpen(kind.subject, subjectCode) }
  const findCase = (code: string): SubjectId => directory.getOrOpen('case', code)
  return { entry: draftToEntry(kind, draft, subject, recordedAt, findCase), subjectCode }
}

/** Reads a checked table once more. A row that is bad now was changed in between: the import stops and nothing is kept. */
async function* readDrafts(
  source: LineListSource,
  table: TableSource,
  kind: AnyKind,
): AsyncIterable<DraftRow[]> {
  let plan: ReturnType<typeof readHeader>['plan'] | undefined
  for await (const part of source.read(table)) {
    if (part.kind === 'fault') throw new LineListChanged()
    if (part.kind === 'header') {
      const header = readHeader(kind, part.header.columns)
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
  if (!store.hasEntries) return drafts
  const stored = await store.findEntries(drafts.map((draft) => importedEntryId(kind.name, draft.rowId)))
  return drafts.filter((draft) => !stored.has(importedEntryId(kind.name, draft.rowId)))
}
