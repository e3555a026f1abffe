import { assembleTable, type TableAssembly } from '../assemble-table.ts'
import type { TablePart } from '../line-list-source.ts'
import type { WorkbookFacts } from './cell-value.ts'
import { type CellRange, type SheetRow, sheetRows } from './sheet-rows.ts'
import { xmlReader } from './xml-reader.ts'
import type { ZipPackage } from './zip-package.ts'

/** Reads one sheet as it unpacks. The line of a row is its number in the sheet. */
export async function* readSheet(
  zip: ZipPackage,
  part: string,
  file: string,
  facts: WorkbookFacts,
  onBytes: (bytesRead: number) => void = () => {},
): AsyncGenerator<TablePart, void, undefined> {
  const table = assembleTable(file, 'sparse')
  const rows = sheetRows(
    facts,
    (row) => addRow(table, row),
    (range) => addMerge(table, range),
  )
  const xml = xmlReader(part, rows)
  let read = 0
  for await (const bytes of zip.unpack(part)) {
    const problem = 'code' in bytes ? bytes : xml.feed(bytes)
    if (problem) table.fault(problem, lineOf(table), null, true)
    if (!('code' in bytes)) read += bytes.length
    onBytes(read)
    yield* table.take()
    if (table.ended) return
  }
  const problem = xml.end()
  if (problem) table.fault(problem, lineOf(table), null, true)
  table.end()
  yield* table.take()
}

function addRow(table: TableAssembly, { number, cells, disorder }: SheetRow): void {
  if (disorder) table.fault(disorder, number)
  else table.add(number, cells)
}

// Merges stand after the rows. One that lies beside or below the table only dresses an empty place.
function addMerge(table: TableAssembly, { top, left, bottom, right, text }: CellRange): void {
  const { header } = table
  if (!header || left > header.columns.length || bottom < header.line || top > table.lastLine) return
  if (top === bottom && left === right) return
  const accepted = 'a table without merged cells'
  const found = `cells ${text} merged`
  table.fault({ code: 'merged-cells', found, accepted }, top, header.columns[left - 1] ?? null)
}

function lineOf(table: TableAssembly): number | null {
  return table.lastLine > 0 ? table.lastLine : null
}
