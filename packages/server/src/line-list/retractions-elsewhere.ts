import { type ChainRows, unknownSubject } from './chain-rows.ts'
import type { DraftRow } from './read-row.ts'
import type { StoredChains } from './stored-chains.ts'

/**
 * A retraction may be amended to take back a row of another subject. An entry stays in one journal, so such a row becomes
 * two: in the journal of the row that it amends it takes its own chain back, and beside it a plain retraction stands in
 * the other journal, under a row id that follows from the first.
 */
export type RetractionElsewhere = {
  /** The row's entry takes back its own chain, in place of what the row says. */
  readonly takesItselfBack: boolean
  /** What is stored beside it. */
  readonly besides: readonly DraftRow[]
}

/** The row id of what stands beside a row in another journal. */
export function rowIdElsewhere(rowId: string): string {
  return `${rowId}/elsewhere`
}

/** Rows that are stored as more than one entry, by row id. Subjects are resolved and chains are checked before. */
export function retractionsElsewhere(
  rows: ChainRows,
  stored: StoredChains,
): ReadonlyMap<string, RetractionElsewhere> {
  const found = new Map<string, RetractionElsewhere>()
  if (rows.amends.size === 0) return found
  const rowIds = rows.rowIds()
  const amendedHere = new Set(rows.amends.values())
  for (const [row, amended] of rows.amends) {
    const rowId = rowIds[row]
    if (rowId === undefined || rows.stored.has(row)) continue
    const retracted = rows.retracts.get(row)
    const elsewhere = retracted === undefined ? undefined : subjectElsewhere(rows, stored, row, retracted)
    const besides: DraftRow[] = []
    if (retracted !== undefined && elsewhere !== undefined && !amendedHere.has(rowId)) {
      besides.push(retraction(rowIdElsewhere(rowId), elsewhere, undefined, retracted))
    }
    // What the amended row took back elsewhere counts again.
    const before = rowIdElsewhere(amended)
    const subjectBefore = stored.findSubjectCode(before)
    if (subjectBefore !== undefined) {
      besides.push(retraction(`${rowIdElsewhere(rowId)}/undone`, subjectBefore, before, before))
    }
    if (elsewhere !== undefined || besides.length > 0) {
      found.set(rowId, { takesItselfBack: elsewhere !== undefined, besides })
    }
  }
  return found
}

/** The code of the subject of what a row takes back, when it is another than the row's. */
function subjectElsewhere(
  rows: ChainRows,
  stored: StoredChains,
  row: number,
  retracted: string,
): string | undefined {
  const other = rows.findRow(retracted)
  const subject =
    other === undefined
      ? stored.findSubjectCode(retracted)
      : rows.findSubjectCode(rows.subjectOfRow[other] ?? unknownSubject)
  return subject === rows.findSubjectCode(rows.subjectOfRow[row]) ? undefined : subject
}

function retraction(
  rowId: string,
  subjectCode: string,
  amends: string | undefined,
  retracts: string,
): DraftRow {
  return { rowId, subjectCode, occurredOn: undefined, author: null, amends, retracts, open: {} }
}
