import { type CsvError, parse } from 'csv-parse'
import type { Problem } from '../table-fault.ts'

/**
 * Splits checked bytes into rows of cells, each told with the byte at which it ends. Rows are taken in `on_record` and
 * none is passed on, so that the parser's own output never has to be drained row by row.
 */
export function csvParser(onRow: (cells: string[], end: number) => void) {
  const parser = parse({
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (cells: string[], { bytes }) => {
      onRow(cells, bytes)
      return null
    },
  })
  // Errors are taken where they arise, below; without a listener they would end the process.
  parser.on('error', () => {})
  parser.resume()

  return {
    write(bytes: Uint8Array): Promise<Problem | undefined> {
      return new Promise<Error | null | undefined>((resolve) => parser.write(bytes, resolve)).then(problemOf)
    },
    finish(): Promise<Problem | undefined> {
      return new Promise<Error | null | undefined>((resolve) => {
        parser.once('error', resolve)
        parser.end(resolve)
      }).then(problemOf)
    },
    stop(): void {
      parser.destroy()
    },
  }
}

function problemOf(error: Error | null | undefined): Problem | undefined {
  if (!error) return undefined
  const accepted = 'quotation marks around the whole cell, and doubled ("") inside it'
  switch ((error as CsvError).code as string) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return { code: 'unclosed-quote', found: 'a quotation mark that never closes', accepted }
    case 'INVALID_OPENING_QUOTE':
      return {
        code: 'stray-quote',
        found: 'a quotation mark inside a cell that has none around it',
        accepted,
      }
    case 'CSV_INVALID_CLOSING_QUOTE':
      return { code: 'text-after-quote', found: 'text after a closing quotation mark', accepted }
    default:
      throw error
  }
}
