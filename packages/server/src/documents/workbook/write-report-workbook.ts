import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import exceljs from 'exceljs'
import type { ReportDocument } from '../report-document.ts'
import type { SheetCell } from './report-rows.ts'
import { type ReportSheet, reportSheets } from './report-sheets.ts'

const rowsPerTurn = 250
/** The library declares its names for paper, and does not export them. */
const a4: exceljs.PaperSize = 9
/** Two rows stay in place: what the sheet is, and its header. */
const staying = 2
const numberFormats = { whole: '#,##0', decimal: '#,##0.00', share: '0.0%' } as const

/**
 * Writes the headline report as a workbook, ends `out`, and is done when all has been taken. Numbers are numbers and
 * texts are texts in cells formatted as text, so that nothing is ever run as a formula. Throws when `out` breaks.
 */
export async function writeReportWorkbook(document: ReportDocument, out: Writable): Promise<void> {
  const taken = finished(out, { readable: false })
  // Whoever awaits it below hears of a failure; before that nobody is waiting for it.
  taken.catch(() => undefined)
  const book = new exceljs.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  })
  book.creator = 'Sathi'
  book.lastModifiedBy = 'Sathi'
  book.created = new Date(document.generatedOn)
  book.modified = new Date(document.generatedOn)
  for (const sheet of reportSheets(document)) await writeSheet(book, sheet)
  await Promise.race([book.commit(), taken])
  await taken
}

async function writeSheet(book: exceljs.stream.xlsx.WorkbookWriter, given: ReportSheet): Promise<void> {
  const sheet = book.addWorksheet(given.name, {
    views: [{ state: 'frozen', ySplit: staying }],
    pageSetup: {
      paperSize: a4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `1:${staying}`,
    },
  })
  sheet.columns = given.columns.map(({ width }) => ({ width }))
  const lead = sheet.addRow([safeText(given.lead)])
  lead.font = { bold: true }
  lead.commit()
  const header = sheet.addRow(given.columns.map((column) => safeText(column.header)))
  header.font = { bold: true }
  header.alignment = { vertical: 'top', wrapText: true }
  header.commit()
  let written = 0
  for (const cells of given.rows) {
    writeRow(sheet, cells)
    written += 1
    if (written % rowsPerTurn === 0) await nextTurn()
  }
  sheet.commit()
}

function writeRow(sheet: exceljs.Worksheet, cells: readonly SheetCell[]): void {
  const row = sheet.addRow(
    cells.map((cell) => (typeof cell === 'string' ? safeText(cell) || null : cell.number)),
  )
  for (const [index, given] of cells.entries()) {
    const cell = row.getCell(index + 1)
    if (typeof given !== 'string') cell.numFmt = numberFormats[given.form]
    else {
      cell.numFmt = '@'
      cell.alignment = { vertical: 'top', wrapText: given.length > 40 }
    }
  }
  row.commit()
}

/** The text as the format writes it: `_x003D_` in a name must not come out as the sign it stands for (ST_Xstring). */
function safeText(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
