import type { LineListSource, TablePart } from '../line-list-source.ts'
import type { Opened, TableFault } from '../table-fault.ts'

export type WholeTable = {
  columns: readonly string[]
  headerLine: number | undefined
  rows: (readonly string[])[]
  lines: number[]
  faults: TableFault[]
  /** The last part is a fatal fault. */
  cutShort: boolean
}

/** Everything a table gives, put together, and checked for what every table promises. */
export async function readAll(parts: AsyncIterable<TablePart>): Promise<WholeTable> {
  const whole: WholeTable = {
    columns: [],
    headerLine: undefined,
    rows: [],
    lines: [],
    faults: [],
    cutShort: false,
  }
  for await (const part of parts) {
    if (whole.cutShort) throw new Error('A part came after a fatal fault')
    if (part.kind === 'header') {
      if (whole.headerLine !== undefined) throw new Error('A second header came')
      whole.columns = part.header.columns
      whole.headerLine = part.header.line
    } else if (part.kind === 'rows') {
      if (part.rows.length === 0 || part.rows.length > 500)
        throw new Error(`A batch of ${part.rows.length} rows`)
      for (const { line, cells } of part.rows) {
        if (cells.length !== whole.columns.length) throw new Error(`A row of ${cells.length} cells`)
        whole.rows.push(cells)
        whole.lines.push(line)
      }
    } else {
      whole.faults.push(part.fault)
      whole.cutShort = part.fatal
    }
  }
  return whole
}

export function getList(opened: Opened<LineListSource>): LineListSource {
  if (opened.kind === 'refused') throw new Error(`Refused: ${JSON.stringify(opened.faults)}`)
  return opened.list
}

export function getFaults(opened: Opened<LineListSource>): readonly TableFault[] {
  if (opened.kind === 'opened') throw new Error('It was opened')
  return opened.faults
}

/** The first table of a list, whole. */
export async function readFirst(opened: Opened<LineListSource>): Promise<WholeTable> {
  const list = getList(opened)
  const [table] = list.tables
  if (!table) throw new Error('A list without tables was opened')
  return readAll(list.read(table))
}
