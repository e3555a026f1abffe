import { type Entry, type EntryId, isReferenceCode } from '@sathi/domain'
import type { TableRow } from '../tables/index.ts'
import type { ChainRows } from './chain-rows.ts'
import { changedColumns } from './changed-columns.ts'
import { changedSealedColumns, type SealedChange } from './changed-sealed-columns.ts'
import { acceptedCase, type RightsCheck } from './check-rights.ts'
import type { TableCheck } from './check-table.ts'
import { caseReferences } from './draft-to-entry.ts'
import { type RowFault, shown } from './fault.ts'
import { importedEntryId, isProductId } from './imported-entry-id.ts'
import type { OpenedParts } from './importer.ts'
import type { ColumnPlan } from './read-header.ts'
import { type DraftRow, readRow } from './read-row.ts'

/** A row as it was read; `number` is its place among the table's rows, for those that have a row id of their own. */
type JudgedRow = {
  readonly draft: DraftRow
  readonly line: number
  readonly number: number
  readonly isGood: boolean
}

/**
 * Prepares to judge a table's rows one batch after the other, each row by itself and against what is stored; what matters
 * between rows is gathered in `chainRows`.
 */
export function openRowCheck(
  check: TableCheck,
  chainRows: ChainRows,
  rights: RightsCheck,
): (plan: ColumnPlan, rows: readonly TableRow[]) => Promise<void> {
  const { kind, stored, directory, opened, importer, tell } = check
  const references = caseReferences(kind)
  let straightened: ReadonlyMap<EntryId, EntryId> | undefined

  const checkCase = (column: string, code: string, line: number): void => {
    if (!opened.complete || opened.stored.has(code) || opened.listed.has(code)) return
    tell({ line, column, code: 'case-never-opened', found: shown(code), accepted: acceptedCase })
  }

  const checkCases = ({ subjectCode, open }: DraftRow, line: number): void => {
    if (kind.opens) opened.listed.numberOf(subjectCode)
    else if (kind.subject === 'case' && isReferenceCode(subjectCode)) {
      checkCase(kind.subjectCode, subjectCode, line)
    }
    for (const name of references) {
      const code = open[name]
      if (typeof code === 'string') checkCase(name, code, line)
    }
  }

  const checkRowId = (draft: DraftRow, line: number): number | undefined => {
    if (draft.rowId === '') return undefined
    const number = chainRows.add(draft, line)
    const isOurs = isProductId(draft.rowId)
    const other = isOurs ? check.productIds.get(draft.rowId) : undefined
    if (number !== undefined && other === undefined) {
      if (isOurs) check.productIds.set(draft.rowId, check.table.file)
      return number
    }
    const accepted =
      number === undefined
        ? 'a row_id that stands in one row of this file only'
        : `a row_id of its own: this one stands in ${other} too, and an id made by Sathi stands for one entry`
    tell({ line, column: 'row_id', code: 'row-id-twice', found: shown(draft.rowId), accepted })
    return undefined
  }

  /** An export lays amendments made apart end to end: there, a row may amend another than it does in the store. */
  const isStraightened = async (before: Entry, amends: string | undefined): Promise<boolean> => {
    straightened ??= await stored.findStraightened(kind.name)
    return amends !== undefined && straightened.get(before.id) === importedEntryId(kind.name, amends)
  }

  const checkStored = async (
    { draft, line }: JudgedRow,
    before: Entry,
    sealed: SealedChange,
  ): Promise<void> => {
    const subject = draft.subjectCode === '' ? undefined : directory.find(kind.subject, draft.subjectCode)
    let changed = changedColumns(kind, before, draft, {
      subject: draft.subjectCode === '' ? undefined : (subject ?? 'unknown'),
      findCase: (code) => directory.find('case', code),
    })
    if (changed.includes('amends') && (await isStraightened(before, draft.amends))) {
      changed = changed.filter((column) => column !== 'amends')
    }
    changed = [...changed, ...sealed.changed]
    for (const fault of sealedFaults(draft.rowId, sealed)) tell({ line, ...fault })
    if (changed.length === 0) return
    tell({
      line,
      column: 'row_id',
      code: 'row-id-reused',
      found: `${shown(draft.rowId)}, imported before with another ${changed.join(', ')}`,
      accepted: 'the same content as before: to change a record, add a new row that amends it',
    })
  }

  return async (plan, rows) => {
    const judged: JudgedRow[] = []
    for (const { line, cells } of rows) {
      const { draft, faults } = readRow(kind, plan, cells)
      for (const fault of faults) tell({ line, ...fault })
      checkCases(draft, line)
      const notHers = rights.row(draft)
      if (notHers !== undefined) tell({ line, ...notHers })
      const isChained = !faults.some(({ column }) => column === 'amends' || column === 'retracts')
      // Of a row whose place in a chain cannot be read, nothing more is said than that.
      const number = checkRowId(isChained ? draft : { ...draft, subjectCode: '' }, line)
      if (number !== undefined) judged.push({ draft, line, number, isGood: faults.length === 0 })
    }
    if (!stored.hasEntries || judged.length === 0) return
    const ids = judged.map(({ draft }) => importedEntryId(kind.name, draft.rowId))
    const before = await stored.findEntries(ids)
    // Looked at and dropped: between checking and storing nothing is kept that was opened.
    const parts = (await importer?.open([...before.values()])) ?? noneOpened
    for (const [index, row] of judged.entries()) {
      const entry = before.get(ids[index] as EntryId)
      if (entry === undefined) continue
      chainRows.stored.add(row.number)
      if (!row.isGood) continue
      const sealed = changedSealedColumns(kind, plan, row.draft.says, parts.get(entry.id) ?? {})
      await checkStored(row, entry, sealed)
    }
  }
}

const noneOpened: ReadonlyMap<EntryId, OpenedParts> = new Map()

function sealedFaults(rowId: string, { unopened, damaged }: SealedChange): readonly RowFault[] {
  const column = 'row_id'
  const found = shown(rowId)
  return [
    ...(unopened.length === 0
      ? []
      : [
          {
            column,
            code: 'sealed-unopened',
            found: `${found}, imported before with sealed parts that you may not open`,
            accepted: `the row without ${unopened.join(', ')}, or one that amends it`,
          } as const,
        ]),
    ...(damaged.length === 0
      ? []
      : [
          {
            column,
            code: 'sealed-damaged',
            found: `${found}, whose stored part in ${damaged.join(', ')} is not as it was sealed`,
            accepted: 'records that nobody changed: see docs/runbooks/check-finds-something.md',
          } as const,
        ]),
  ]
}
