import { isUtf8 } from 'node:buffer'
import { assembleTable, type TableAssembly } from '../assemble-table.ts'
import { nullBytes } from '../cell-text.ts'
import { inMebibytes, LARGEST_TABLE_BYTES, LONGEST_ROW_BYTES } from '../limits.ts'
import type { TablePart } from '../line-list-source.ts'
import { unreadable } from '../regular-file.ts'
import type { Problem } from '../table-fault.ts'
import { findForeignStart, firstBadByte, startsWithMark, wholeCharacters } from './checked-bytes.ts'
import { csvParser } from './csv-parser.ts'
import { CR, LF, lineCounter } from './line-counter.ts'

/**
 * Reads one CSV file (RFC 4180, UTF-8 with or without byte order mark; lines may end in CR LF, LF or CR).
 * Bytes are checked before they are parsed, so nothing is ever replaced by a question mark in silence.
 */
export async function* readCsv(
  file: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  onBytes: (bytesRead: number) => void = () => {},
): AsyncGenerator<TablePart, void, undefined> {
  const table = assembleTable(file, 'exact')
  const text = csvText(table)
  let read = 0
  try {
    for await (const chunk of bytes) {
      read += chunk.length
      if (read > LARGEST_TABLE_BYTES) table.fault(tooLarge(read), null, null, true)
      else await text.feed(chunk)
      onBytes(read)
      yield* table.take()
      if (table.ended) return
    }
    await text.end()
    yield* table.take()
  } catch (error) {
    table.fault(unreadable(error), null, null, true)
    yield* table.take()
  } finally {
    text.stop()
  }
}

export function tooLarge(bytes: number): Problem {
  const accepted = `a table of at most ${inMebibytes(LARGEST_TABLE_BYTES)}`
  return { code: 'too-large', found: `${inMebibytes(bytes)}`, accepted }
}

function csvText(table: TableAssembly) {
  const lines = lineCounter()
  const parser = csvParser((cells, end) => table.add(lines.row(end), cells))
  let held: Uint8Array = new Uint8Array()
  let started = false
  let endsLine = false

  async function feedWhole(whole: Uint8Array): Promise<void> {
    if (isUtf8(whole)) return parseChecked(whole)
    const start = lines.fed
    const bad = firstBadByte(whole)
    const good = whole.subarray(0, bad)
    await parseChecked(good.subarray(0, Math.max(good.lastIndexOf(LF), good.lastIndexOf(CR)) + 1))
    // Up to a line break every row is whole; the parser, which looks ahead, is told that no more will come.
    if (!table.ended && endsLine) await parser.finish()
    if (table.ended) return
    lines.feed(whole.subarray(lines.fed - start))
    const found = `byte 0x${(whole[bad] ?? 0).toString(16).toUpperCase()}`
    table.fault(notUtf8(found), lines.lineAt(start + bad), null, true)
  }

  async function parseChecked(checked: Uint8Array): Promise<void> {
    if (checked.length === 0) return
    lines.feed(checked)
    endsLine = checked.at(-1) === LF || checked.at(-1) === CR
    const problem = await parser.write(checked)
    if (table.ended) return
    if (problem) table.fault(problem, lines.row(lines.fed), null, true)
    else if (lines.waiting > LONGEST_ROW_BYTES) {
      const tooLong = checked.includes(0) ? nullBytes : rowTooLong
      table.fault(tooLong, lines.row(lines.fed), null, true)
    }
  }

  return {
    async feed(chunk: Uint8Array): Promise<void> {
      let bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk
      if (!started) {
        // Four bytes tell what kind of file it is; a shorter chunk waits for the next.
        held = bytes
        if (bytes.length < 4) return
        bytes = start(bytes)
        if (table.ended) return
      }
      const whole = wholeCharacters(bytes)
      held = bytes.subarray(whole)
      await feedWhole(bytes.subarray(0, whole))
    },
    async end(): Promise<void> {
      if (!started) held = start(held)
      if (!table.ended) await feedWhole(held)
      if (table.ended) return
      const problem = await parser.finish()
      if (problem) table.fault(problem, lines.row(lines.fed), null, true)
      table.end()
    },
    stop(): void {
      parser.stop()
    },
  }

  function start(bytes: Uint8Array): Uint8Array {
    started = true
    const foreign = findForeignStart(bytes)
    if (foreign) table.fault(foreign === 'utf-16' ? notUtf8('UTF-16 text') : workbookNamedCsv, 1, null, true)
    return startsWithMark(bytes) ? bytes.subarray(3) : bytes
  }
}

const workbookNamedCsv: Problem = {
  code: 'workbook-named-csv',
  found: 'a workbook under a name ending in .csv',
  accepted: 'UTF-8 text, or the workbook by itself under a name ending in .xlsx',
}

const rowTooLong: Problem = {
  code: 'row-too-long',
  found: `a row of more than ${inMebibytes(LONGEST_ROW_BYTES)}`,
  accepted: 'shorter rows; perhaps a quotation mark in this row never closes',
}

function notUtf8(found: string): Problem {
  return { code: 'not-utf-8', found, accepted: 'UTF-8 text (in a spreadsheet: save as "CSV UTF-8")' }
}
