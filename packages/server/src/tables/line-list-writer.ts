import { codePoint, decimalText, findForbidden, tidyText } from './cell-text.ts'
import { LONGEST_CELL } from './limits.ts'

/** A cell to be written. A number is written in plain digits; '' is an empty cell. */
export type Cell = string | number

/** Writes the rows of one table, each as wide as its header; waits while the receiver is slow. */
export type TableWriter = {
  write(rows: readonly (readonly Cell[])[]): Promise<void>
  end(): Promise<void>
}

/** Writes a line list, one table after the other: a table is ended before the next is begun. */
export type LineListWriter = {
  table(name: string, columns: readonly string[]): Promise<TableWriter>
  end(): Promise<void>
}

/**
 * The text of a cell in the one form that the reader gives back. A cell that the reader would refuse must never come
 * this far: it is a bug of the caller, and is thrown rather than written.
 */
export function writtenText(cell: Cell): string {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new RangeError('A cell cannot hold a number that is not finite')
    return decimalText(cell)
  }
  const text = tidyText(cell)
  const forbidden = findForbidden(text)
  if (forbidden !== undefined) throw new RangeError(`A cell cannot hold ${codePoint(forbidden)}`)
  if (text.length > LONGEST_CELL) throw new RangeError(`A cell cannot hold ${text.length} characters`)
  return text
}

/** Rows that do not fit their header would be read back as faults. */
export function checkWidth(rows: readonly (readonly Cell[])[], columns: readonly string[]): void {
  const wrong = rows.find((row) => row.length !== columns.length)
  if (wrong) throw new RangeError(`A row of ${wrong.length} cells under ${columns.length} columns`)
}
