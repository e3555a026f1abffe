import { findKind, kinds } from '@sathi/domain'
import type { LineListSource, TableSource } from '../tables/index.ts'
import { checkTable, type OpenedCases } from './check-table.ts'
import { shown } from './fault.ts'
import { createFaultList, type FaultList } from './fault-list.ts'
import { findLikelyName } from './find-likely-name.ts'
import type { Importer } from './importer.ts'
import type { StoredList } from './stored-list.ts'
import type { SubjectDirectory } from './subject-directory.ts'
import { createSubjectNumbers } from './subject-numbers.ts'

/** What checking found out: faults, or what storing needs to know. */
export type CheckedLineList = {
  readonly faults: FaultList
  readonly rows: number
  /** Rows that are stored already and say the same. */
  readonly alreadyStored: number
  /** Subject codes of rows that leave theirs out (retractions), by kind and row id. */
  readonly impliedSubjects: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Codes of the cases that the list opens and the store does not have. */
  readonly newCases: readonly string[]
  /** Whether it has sealed columns. */
  readonly sealed: boolean
}

type Check = {
  readonly source: LineListSource
  readonly stored: StoredList
  readonly directory: SubjectDirectory
  readonly importer?: Importer | undefined
  readonly onProgress?: (progress: { readonly rows: number; readonly bytes: number }) => void
}

/** Reads a whole line list and judges every row and reference; stores nothing. The order of tables and rows does not matter. */
export async function checkLineList({
  source,
  stored,
  directory,
  importer,
  onProgress,
}: Check): Promise<CheckedLineList> {
  const faults = createFaultList()
  const impliedSubjects = new Map<string, ReadonlyMap<string, string>>()
  const opened: OpenedCases = {
    stored: new Set(stored.subjects.filter(({ type }) => type === 'case').map(({ code }) => code)),
    listed: createSubjectNumbers(),
    // A table under a wrong name may be the one that opens the cases.
    complete: source.tables.some(opens) || source.tables.every(isKnown),
  }
  const productIds = new Map<string, string>()
  let rows = 0
  let sealed = false
  let alreadyStored = 0
  let bytes = 0
  for (const table of openingsFirst(source.tables)) {
    const kind = findKind(table.name)
    if (kind === undefined) {
      faults.add(unknownTable(table))
      continue
    }
    let bytesHere = 0
    const checked = await checkTable({
      table,
      kind,
      source,
      stored,
      directory,
      opened,
      importer,
      productIds,
      tell: (fault) => faults.add({ file: table.file, ...fault }),
      onProgress: (rowsRead, bytesRead) => {
        bytesHere = bytesRead
        onProgress?.({ rows: rows + rowsRead, bytes: bytes + bytesRead })
      },
    })
    bytes += bytesHere
    rows += checked.rows
    alreadyStored += checked.alreadyStored
    sealed ||= checked.sealed
    if (faults.count > 0) continue
    const implied = checked.implied()
    if (implied.size > 0) impliedSubjects.set(kind.name, implied)
  }
  const newCases = opened.listed.codes().filter((code) => !opened.stored.has(code))
  return { faults, rows, alreadyStored, impliedSubjects, newCases, sealed }
}

/** Cases are opened before anything refers to them, wherever the list keeps the table. */
export function openingsFirst(tables: readonly TableSource[]): readonly TableSource[] {
  return tables.toSorted((left, right) => Number(opens(right)) - Number(opens(left)))
}

function opens(table: TableSource): boolean {
  return findKind(table.name)?.opens ?? false
}

function isKnown(table: TableSource): boolean {
  return findKind(table.name) !== undefined
}

function unknownTable(table: TableSource) {
  const names = Object.keys(kinds)
  const meant = findLikelyName(table.name, names)
  return {
    file: table.file,
    line: null,
    column: null,
    code: 'unknown-table',
    found: shown(table.name),
    accepted:
      meant === undefined
        ? `a file or sheet named after a kind, and no others: ${names.join(', ')}`
        : `${meant}, written so`,
  } as const
}
