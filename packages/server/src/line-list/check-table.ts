import type { AnyKind } from '@sathi/domain'
import type { LineListSource, TableFault, TableSource } from '../tables/index.ts'
import { type ChainRows, createChainRows } from './chain-rows.ts'
import { acceptedInChain, checkChains } from './check-chains.ts'
import { openRightsCheck, type RightsCheck } from './check-rights.ts'
import { openRowCheck } from './check-rows.ts'
import { hiddenCell, type LineListFault, shown } from './fault.ts'
import { findCrowdedSubjects, mostRowsOfSubject } from './find-crowded-subjects.ts'
import { findDoubleOpenings } from './find-double-openings.ts'
import type { Importer } from './importer.ts'
import { type ColumnPlan, openColumns, readHeader } from './read-header.ts'
import { impliedSubjects, resolveSubjects } from './resolve-subjects.ts'
import { loadStoredChains } from './stored-chains.ts'
import type { StoredList } from './stored-list.ts'
import type { SubjectDirectory } from './subject-directory.ts'
import { createSubjectNumbers, type SubjectNumbers } from './subject-numbers.ts'

/** A list of more rows is split: a spreadsheet holds no more either, and memory stays bounded. */
export const mostRows = 1_000_000

/** The cases that the list and the store open. */
export type OpenedCases = {
  readonly stored: ReadonlySet<string>
  readonly listed: SubjectNumbers
  /** False when a row that may open one could not be read. */
  complete: boolean
}

export type TableCheck = {
  readonly table: TableSource
  readonly kind: AnyKind
  readonly source: LineListSource
  readonly stored: StoredList
  readonly directory: SubjectDirectory
  readonly opened: OpenedCases
  readonly importer: Importer | undefined
  /** Ids made by the product that stand as row ids in tables before this one, with the file of each. */
  readonly productIds: Map<string, string>
  readonly tell: (fault: Omit<LineListFault, 'file'>) => void
  readonly onProgress: (rows: number, bytes: number) => void
}

/** Judges one table: its header, its rows, and what they say of one another. `implied` gives subject codes by row id. */
export async function checkTable(check: TableCheck): Promise<{
  readonly rows: number
  readonly alreadyStored: number
  readonly sealed: boolean
  implied(): ReadonlyMap<string, string>
}> {
  const { kind, table, tell } = check
  const rights = openRightsCheck(kind, check.importer, check.directory)
  if (rights.table !== undefined) tell({ line: null, ...rights.table })
  const chainRows = createChainRows(kind.opens ? check.opened.listed : createSubjectNumbers())
  const checkRows = openRowCheck(check, chainRows, rights)
  let plan: ColumnPlan | undefined
  let rows = 0
  let bytes = 0
  let everyRowRead = true
  for await (const part of check.source.read(table, (read) => {
    bytes = read
  })) {
    if (part.kind === 'fault') {
      everyRowRead = false
      tell(withoutForeignCell(kind, part.fault))
    } else if (part.kind === 'header') {
      const header = readHeader(kind, part.header.columns, check.importer !== undefined)
      for (const fault of header.faults) tell({ line: part.header.line, ...fault })
      plan = header.plan
    } else if (plan !== undefined) {
      rows += part.rows.length
      if (rows > mostRows) {
        everyRowRead = false
        tell({ ...tooManyRows, line: part.rows[0]?.line ?? null })
        break
      }
      await checkRows(plan, part.rows)
    }
    check.onProgress(rows, bytes)
  }
  if (kind.opens && (!everyRowRead || (plan?.subjectCode ?? -1) < 0)) check.opened.complete = false
  await checkBetweenRows(check, rights, chainRows, everyRowRead)
  return {
    rows,
    alreadyStored: chainRows.stored.size,
    sealed: (plan?.sealed.length ?? 0) > 0,
    implied: () => impliedSubjects(chainRows),
  }
}

async function checkBetweenRows(
  { kind, stored, tell }: TableCheck,
  rights: RightsCheck,
  rows: ChainRows,
  everyRowRead: boolean,
): Promise<void> {
  const chains = await loadStoredChains(kind, stored, rows)
  resolveSubjects(rows, chains)
  checkChains(rows, chains, ({ line, column, code, found }) => {
    // A row that could not be read may be the one that is meant.
    if (code === 'target-unknown' && !everyRowRead) return
    tell({ line, column, code, found: shown(found), accepted: acceptedInChain(code, kind) })
  })
  const column = kind.subjectCode
  for (const { row, ...fault } of rights.between(rows)) tell({ line: rows.lines[row] ?? 0, ...fault })
  for (const { line, code } of findCrowdedSubjects(rows)) {
    const accepted = `at most ${mostRowsOfSubject} rows of ${kind.name} about one ${kind.subject}`
    tell({ line, column, code: 'too-many-rows', found: `one more row about ${shown(code)}`, accepted })
  }
  if (!kind.opens) return
  for await (const { line, subjectCode } of findDoubleOpenings(kind, rows, stored)) {
    tell({
      line,
      column,
      code: 'case-opened-twice',
      found: shown(subjectCode),
      accepted:
        'a case that is opened once: amend or retract the other opening, or give this case a code of its own',
    })
  }
}

/** Some faults of tables show the cell they are about: of a column that may be a sealed one, no cell may be shown. */
function withoutForeignCell(kind: AnyKind, fault: TableFault): LineListFault {
  if (fault.column === null || openColumns(kind).has(fault.column)) return fault
  return { ...fault, column: shown(fault.column), found: hiddenCell }
}

const tooManyRows = {
  column: null,
  code: 'too-many-rows',
  found: `more than ${mostRows} rows`,
  accepted: `at most ${mostRows} rows in a table: split the list, by year for example`,
} as const
