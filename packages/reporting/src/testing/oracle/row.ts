/** One row of a line list: column to cell, as text. A column that is not there is the same as an empty cell. */
export type Row = Record<string, string>

/** A whole line list: kind to rows, in any order. */
export type Tables = Record<string, Row[]>

/** A reporting period as two days in YYYY-MM-DD, both included. */
export type Span = { from: string; to: string }

/** What stands in a cell, without the blanks around it; '' where nothing is recorded. */
export function cell(row: Row, column: string): string {
  return (row[column] ?? '').trim()
}

/** The values of a cell that holds several, each once, in the order of their first appearance. */
export function cellValues(row: Row, column: string): string[] {
  const values = cell(row, column)
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '')
  return [...new Set(values)]
}
