import type { DraftRow } from './read-row.ts'
import { type SubjectNumbers, unknownSubject } from './subject-numbers.ts'

/**
 * The rows of one table as far as their chains of amendments go, kept small enough for a million of them: a row is the
 * number of its place among the others, a subject a number that stands for its code.
 */
export type ChainRows = {
  /** The row's number; undefined when another row has its row id already. */
  add(row: Pick<DraftRow, 'rowId' | 'subjectCode' | 'amends' | 'retracts'>, line: number): number | undefined
  readonly lines: readonly number[]
  rowIds(): readonly string[]
  findRow(rowId: string): number | undefined
  /** Row ids that rows amend and take back, by the number of the row. */
  readonly amends: ReadonlyMap<number, string>
  readonly retracts: ReadonlyMap<number, string>
  /** Numbers of the rows that leave their subject out, as retractions may. */
  readonly withoutSubject: readonly number[]
  readonly subjects: SubjectNumbers
  /** The number of each row's subject, `unknownSubject` while nothing says it. */
  readonly subjectOfRow: number[]
  /** Rows that are stored already. */
  readonly stored: Set<number>
}

export function createChainRows(subjects: SubjectNumbers): ChainRows {
  const rowByRowId = new Map<string, number>()
  const lines: number[] = []
  const subjectOfRow: number[] = []
  const withoutSubject: number[] = []
  const amends = new Map<number, string>()
  const retracts = new Map<number, string>()
  return {
    add(added, line) {
      if (rowByRowId.has(added.rowId)) return undefined
      const row = lines.length
      rowByRowId.set(added.rowId, row)
      lines.push(line)
      const subject = subjects.numberOf(added.subjectCode)
      subjectOfRow.push(subject)
      if (subject === unknownSubject) withoutSubject.push(row)
      if (added.amends !== undefined) amends.set(row, added.amends)
      if (added.retracts !== undefined) retracts.set(row, added.retracts)
      return row
    },
    lines,
    rowIds: () => [...rowByRowId.keys()],
    findRow: (rowId) => rowByRowId.get(rowId),
    amends,
    retracts,
    withoutSubject,
    subjects,
    subjectOfRow,
    stored: new Set(),
  }
}

/** How many rows each subject has, by its number. */
export function countRowsOfSubjects({ subjectOfRow, subjects }: ChainRows): Uint32Array {
  const counts = new Uint32Array(subjects.size)
  for (const subject of subjectOfRow) counts[subject] = (counts[subject] ?? 0) + 1
  return counts
}
