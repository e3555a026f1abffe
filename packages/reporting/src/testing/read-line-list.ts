import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A row of a line list: column → cell, empty cells left out. */
export type Row = Readonly<Record<string, string>>

/** The rows of each kind. */
export type LineList = ReadonlyMap<string, readonly Row[]>

/** Reads a folder of CSV files (RFC 4180, header row) that are known to be good. For tests only. */
export function readLineList(folder: string): LineList {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  return new Map(
    files.map((name) => [name.slice(0, -'.csv'.length), readRows(readFileSync(join(folder, name), 'utf8'))]),
  )
}

function readRows(text: string): Row[] {
  const [header = [], ...lines] = readCells(text)
  return lines.map((cells) =>
    Object.fromEntries(cells.flatMap((cell, index) => (cell === '' ? [] : [[header[index] ?? '', cell]]))),
  )
}

const cellShape = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y

function readCells(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  cellShape.lastIndex = 0
  while (cellShape.lastIndex < text.length) {
    const match = cellShape.exec(text)
    if (match === null) throw new Error('not a line of CSV')
    const [, cell = '', end = ''] = match
    line.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === ',') continue
    lines.push(line)
    line = []
  }
  return lines
}
