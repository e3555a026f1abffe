import type { TableFault } from './table-fault.ts'

/** One row. `cells` stand under the header's columns, as many as there are; '' is an empty cell. */
export type TableRow = { line: number; cells: readonly string[] }

export type TableHeader = { line: number; columns: readonly string[] }

/** One table of a list: `name` as it stands on the file or sheet ("follow_up"), `file` for words to a person. */
export type TableSource = { name: string; file: string; bytes?: number }

export type TablePart =
  | { kind: 'header'; header: TableHeader }
  | { kind: 'rows'; rows: TableRow[] }
  | { kind: 'fault'; fault: TableFault; fatal: boolean }

/** An opened line list. Its tables are known before a row is read, and may be read in any order, again and again. */
export type LineListSource = {
  tables: readonly TableSource[]
  /** Bytes to be read altogether (of a workbook: unpacked), for a progress bar. */
  totalBytes: number
  /**
   * Reads one table: its header, then its rows in batches of up to 500, with faults where they stand. A row with
   * a fault is not handed over. After a fatal fault the table ends. A consumer that stops early frees the file.
   */
  read(table: TableSource, onBytes?: (bytesRead: number) => void): AsyncIterable<TablePart>
  close(): Promise<void>
}
