import { basename } from 'node:path'

/** What is wrong, as a word that a screen can put into its own language. */
export type TableFaultCode =
  // the list as a whole
  | 'not-found'
  | 'unreadable-file'
  | 'not-a-file'
  | 'unknown-file'
  | 'no-tables'
  | 'mixed-list'
  | 'several-workbooks'
  | 'too-many-tables'
  | 'duplicate-table'
  | 'too-large'
  // the text of a CSV file
  | 'not-utf-8'
  | 'workbook-named-csv'
  | 'unclosed-quote'
  | 'stray-quote'
  | 'text-after-quote'
  | 'row-too-long'
  // the package of a workbook
  | 'not-a-workbook'
  | 'old-workbook'
  | 'encrypted-workbook'
  | 'macro-workbook'
  | 'malformed-workbook'
  | 'zip-bomb'
  | 'too-many-entries'
  | 'unsafe-entry-name'
  | 'document-type'
  | 'not-a-table-sheet'
  // the header
  | 'no-header'
  | 'empty-header'
  | 'duplicate-column'
  | 'too-many-columns'
  | 'wrong-separator'
  // rows
  | 'too-many-cells'
  | 'too-few-cells'
  | 'row-out-of-order'
  | 'cell-out-of-order'
  | 'merged-cells'
  // cells
  | 'null-byte'
  | 'control-character'
  | 'cell-too-long'
  | 'formula-cell'
  | 'error-cell'
  | 'malformed-cell'
  | 'long-number'
  | 'not-a-day'
  | 'time-in-day'

/**
 * One reason why a table cannot be taken as it is. `file` is what the person sees: "follow_up.csv" or
 * "list.xlsx, sheet follow_up". `line` is the line of the file, or the row number of the sheet, on which the
 * row begins; null when the fault is not in a row. `found` is at most 80 characters of what stands there.
 */
export type TableFault = {
  file: string
  line: number | null
  column: string | null
  found: string
  accepted: string
  code: TableFaultCode
}

/** A list that could be opened, or every reason why not. */
export type Opened<T> = { kind: 'opened'; list: T } | { kind: 'refused'; faults: readonly TableFault[] }

/** What is wrong, and what would be right; where it is wrong is added by whoever knows. */
export type Problem = { code: TableFaultCode; found: string; accepted: string }

const LONGEST_FOUND = 80

export function tableFault(
  file: string,
  { code, found, accepted }: Problem,
  line: number | null = null,
  column: string | null = null,
): TableFault {
  return { file, line, column, found: shortened(found), accepted, code }
}

export function refusedWith(file: string, problem: Problem): Opened<never> {
  return { kind: 'refused', faults: [tableFault(file, problem)] }
}

/** The last part of a path or of a name a browser sends, whichever way its slashes lean. */
export function fileNameOf(path: string): string {
  return basename(path.replaceAll('\\', '/'))
}

// Control characters would disturb the terminal or the table in which the fault is shown.
function shortened(found: string): string {
  const shown = Array.from(found.slice(0, LONGEST_FOUND + 2), (character) =>
    /[\p{Cc}\p{Cs}]/u.test(character) ? '\u{fffd}' : character,
  )
  return shown.length > LONGEST_FOUND ? `${shown.slice(0, LONGEST_FOUND - 1).join('')}…` : shown.join('')
}
