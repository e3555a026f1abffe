import type { Writable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import exceljs from 'exceljs'
import { guardWorkbookCell } from '../cell-text.ts'
import {
  type Cell,
  checkWidth,
  type LineListWriter,
  type TableWriter,
  writtenText,
} from '../line-list-writer.ts'
import { pacedOutput } from '../paced-output.ts'
import { escapeText } from './escaped-text.ts'

const LONGEST_SHEET_NAME = 31
const LAST_ROW = 1_048_576
const ROWS_PER_TURN = 250

/**
 * Writes a line list as a workbook, a sheet for each table, the header bold and in place while one scrolls. Texts are
 * written as texts in cells formatted as text, so that 007 and 2021-03 stay what they are, and nothing is ever run as
 * a formula; numbers are written as numbers where the format keeps all their digits.
 */
export function workbookWriter(out: Writable): LineListWriter {
  const paced = pacedOutput(out)
  const book = new exceljs.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  })
  book.creator = 'Sathi'
  book.lastModifiedBy = 'Sathi'
  let openSheet: string | undefined

  return {
    async table(name, columns): Promise<TableWriter> {
      if (openSheet !== undefined) throw new Error(`Sheet ${openSheet} is not ended yet`)
      if (name.length > LONGEST_SHEET_NAME || !/^[\w-]+$/.test(name))
        throw new RangeError(`A sheet cannot be called ${name}`)
      openSheet = name
      const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
      sheet.columns = columns.map((column) => ({ width: columnWidth(column), style: { numFmt: '@' } }))
      const header = sheet.addRow(columns.map(sheetCell))
      header.font = { bold: true }
      header.commit()
      let written = 1

      return {
        async write(rows) {
          checkWidth(rows, columns)
          for (const row of rows) {
            if (written++ >= LAST_ROW) throw new RangeError(`A sheet holds ${LAST_ROW} rows at most`)
            sheet.addRow(row.map(sheetCell)).commit()
            // Packing happens between turns; without a pause all rows would wait for it in memory.
            if (written % ROWS_PER_TURN === 0) await nextTurn()
            if (written % ROWS_PER_TURN === 0) await paced.drained()
          }
        },
        async end() {
          sheet.commit()
          openSheet = undefined
          await paced.drained()
        },
      }
    },
    async end() {
      await Promise.race([book.commit(), paced.done])
      await paced.done
    },
  }
}

function sheetCell(cell: Cell): string | number | null {
  const text = writtenText(cell)
  if (text === '') return null
  if (typeof cell === 'number' && keepsAllDigits(cell)) return cell
  return escapeText(guardWorkbookCell(text))
}

// A spreadsheet keeps 15 digits.
function keepsAllDigits(value: number): boolean {
  return Math.abs(value) < 1e15 && Number(value.toPrecision(15)) === value
}

function columnWidth(column: string): number {
  return Math.min(40, Math.max(10, column.length + 3))
}
