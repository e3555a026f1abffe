import { MOST_COLUMNS } from '../limits.ts'
import type { Problem } from '../table-fault.ts'
import { cellValue, type SheetCell, type WorkbookFacts } from './cell-value.ts'
import { richText } from './rich-text.ts'
import type { XmlHandlers } from './xml-reader.ts'

/** One row of a sheet. `cells` stand in their columns; `disorder` is set where row or cells are not in their place. */
export type SheetRow = { number: number; cells: readonly (string | Problem)[]; disorder: Problem | undefined }

/** The cells of a merge, 1-based, both ends included. */
export type CellRange = { top: number; left: number; bottom: number; right: number; text: string }

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

/** Follows the XML of one sheet, and hands over each row when it closes. */
export function sheetRows(
  facts: WorkbookFacts,
  onRow: (row: SheetRow) => void,
  onMerge: (range: CellRange) => void,
): XmlHandlers {
  const inline = richText()
  let inData = false
  let number = 0
  let column = 0
  let cells: (string | Problem)[] = []
  let disorder: Problem | undefined
  let cell: SheetCell | undefined
  let child: 'v' | 'is' | undefined

  function openRow(attributes: ReadonlyMap<string, string>): void {
    const previous = number
    const written = attributes.get('r')
    number = written === undefined ? previous + 1 : /^\d{1,7}$/.test(written) ? Number(written) : 0
    disorder = undefined
    if (number <= previous || number > LAST_ROW) {
      const found = `row ${written ?? number} after row ${previous}`
      disorder = { code: 'row-out-of-order', found, accepted: 'each row once, in rising order' }
      number = previous
    }
    column = 0
    cells = []
  }

  function openCell(attributes: ReadonlyMap<string, string>): void {
    const previous = column
    const written = attributes.get('r')
    const place = written === undefined ? { row: number, column: previous + 1 } : placeOf(written)
    if (!place || place.row !== number || place.column <= previous || place.column > LAST_COLUMN) {
      const found = `cell ${written ?? ''} in row ${number}, after column ${previous}`
      disorder ??= {
        code: 'cell-out-of-order',
        found,
        accepted: 'each cell once, in its own row, from left to right',
      }
    } else column = place.column
    cell = { type: attributes.get('t') ?? 'n', style: attributes.get('s'), value: '', formula: false }
    inline.start()
  }

  function closeCell(closed: SheetCell): void {
    const value = closed.type === 'inlineStr' ? inline.value : closed.value
    const content = cellValue({ ...closed, value }, facts)
    // Empty cells far to the right are only dressed; one place beyond the widest table tells of any that is not.
    if (content === '') return
    const index = Math.min(column - 1, MOST_COLUMNS)
    while (cells.length < index) cells.push('')
    cells[index] = content
  }

  return {
    open(name, attributes) {
      if (name === 'sheetData') inData = true
      else if (name === 'mergeCell') {
        const range = rangeOf(attributes.get('ref') ?? '')
        if (range) onMerge(range)
      } else if (!inData) return
      else if (cell) {
        if (child === 'is') inline.open(name)
        else if (name === 'f') cell.formula = true
        else if (name === 'v' || name === 'is') child = name
      } else if (name === 'c') openCell(attributes)
      else if (name === 'row') openRow(attributes)
    },
    close(name) {
      if (name === 'sheetData') inData = false
      else if (!inData) return
      else if (cell && name === 'c') {
        closeCell(cell)
        cell = undefined
      } else if (cell && name === child) child = undefined
      else if (cell && child === 'is') inline.close(name)
      else if (!cell && name === 'row') onRow({ number, cells, disorder })
    },
    text(text) {
      if (child === 'v' && cell) cell.value += text
      else if (child === 'is') inline.text(text)
    },
  }
}

function rangeOf(text: string): CellRange | undefined {
  const [from = '', to = from] = text.split(':')
  const start = placeOf(from)
  const end = placeOf(to)
  if (!start || !end) return undefined
  return { top: start.row, left: start.column, bottom: end.row, right: end.column, text }
}

/** "C5" is row 5, column 3. */
function placeOf(reference: string): { row: number; column: number } | undefined {
  const [, letters = '', digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(reference) ?? []
  if (digits === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits), column }
}
