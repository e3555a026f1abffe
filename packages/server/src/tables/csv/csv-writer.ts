import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { guardCell } from '../cell-text.ts'
import {
  type Cell,
  checkWidth,
  type LineListWriter,
  type TableWriter,
  writtenText,
} from '../line-list-writer.ts'
import { pacedOutput } from '../paced-output.ts'

/** With a byte order mark Excel takes the file for UTF-8; without it, other programs read the first column's name right. */
export type CsvOptions = { byteOrderMark?: boolean }

/**
 * Writes one table as CSV: RFC 4180, UTF-8, CR LF. A cell that a spreadsheet program would run as a formula begins
 * with an apostrophe, which the reader takes off again.
 */
export function csvWriter(out: Writable, columns: readonly string[], options: CsvOptions = {}): TableWriter {
  const paced = pacedOutput(out)
  let begun = false

  async function begin(): Promise<void> {
    if (begun) return
    begun = true
    await paced.write((options.byteOrderMark ? '\u{feff}' : '') + csvText([columns]))
  }

  return {
    async write(rows) {
      checkWidth(rows, columns)
      await begin()
      if (rows.length > 0) await paced.write(csvText(rows))
    },
    async end() {
      await begin()
      await paced.end()
    },
  }
}

/**
 * Writes a line list as a folder of CSV files, which nobody but their owner may read. The folder is made; a file that is there
 * already is never replaced.
 */
export function csvFolderWriter(folder: string, options: CsvOptions = {}): LineListWriter {
  return {
    async table(name, columns) {
      if (!/^[\w-]+$/.test(name)) throw new RangeError(`A file cannot be called ${name}`)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = createWriteStream(join(folder, `${name}.csv`), { flags: 'wx', mode: 0o600 })
      return csvWriter(file, columns, options)
    },
    async end() {},
  }
}

function csvText(rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => row.map((cell) => guardCell(writtenText(cell))))
  // Left alone, it puts quotation marks around a cell with CR LF in it, but not around one with LF alone.
  return stringify(texts, { record_delimiter: 'windows', quoted_match: /[\r\n]/ })
}
