import type { DraftRow } from './read-row.ts'

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
  /** The number of each row's subject, `unknownSubject` while nothing says it. */
  readonly subjectOfRow: number[]
  /** The number that stands for a subject code from now on. */
  numberOfSubject(code: string | undefined): number
  findSubjectCode(subject: number | undefined): string | undefined
  readonly subjectCount: number
  /** Rows that are stored already. */
  readonly stored: Set<number>
}

export const unknownSubject = 0

export function createChainRows(): ChainRows {
  const rowByRowId = new Map<string, number>()
  const lines: number[] = []
  const subjectOfRow: number[] = []
  const subjects: (string | undefined)[] = [undefined]
  const subjectNumbers = new Map<string, number>()
  const withoutSubject: number[] = []
  const amends = new Map<number, string>()
  const retracts = new Map<number, string>()

  const numberOfSubject = (code: string | undefined): number => {
    if (code === undefined || code === '') return unknownSubject
    const known = subjectNumbers.get(code)
    if (known !== undefined) return known
    subjects.push(code)
    subjectNumbers.set(code, subjects.length - 1)
    return subjects.length - 1
  }

  return {
    add({ rowId, subjectCode, ...targets }, line) {
      if (rowByRowId.has(rowId)) return undefined
      const row = lines.length
      rowByRowId.set(rowId, row)
      lines.push(line)
      const subject = numberOfSubject(subjectCode)
      subjectOfRow.push(subject)
      if (subject === unknownSubject) withoutSubject.push(row)
      if (targets.amends !== undefined) amends.set(row, targets.amends)
      if (targets.retracts !== undefined) retracts.set(row, targets.retracts)
      return row
    },
    lines,
    rowIds: () => [...rowByRowId.keys()],
    findRow: (rowId) => rowByRowId.get(rowId),
    amends,
    retracts,
    withoutSubject,
    subjectOfRow,
    numberOfSubject,
    findSubjectCode: (subject = unknownSubject) => subjects[subject],
    get subjectCount() {
      return subjects.length
    },
    stored: new Set(),
  }
}
