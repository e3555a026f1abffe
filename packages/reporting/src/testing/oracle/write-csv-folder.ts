import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Dice, diceOf } from './dice.ts'
import type { HostileLineList } from './hostile-line-list.ts'
import { requiredColumns } from './line-list-columns.ts'
import type { Row } from './row.ts'

/**
 * Writes a line list as a folder of CSV files (RFC 4180), each in one of the ways in which spreadsheet programs
 * write them: with or without a byte order mark, CRLF or LF, any cells quoted, columns in any order, unused
 * columns left out, blanks in empty cells, files of a header alone. None of it changes what the list says.
 */
export function writeCsvFolder(list: HostileLineList, folder: string, seed: number): void {
  const dice = diceOf(seed)
  mkdirSync(folder, { recursive: true })
  for (const [kind, columns] of Object.entries(list.columnsByKind)) {
    const rows = list.tables[kind] ?? []
    if (rows.length === 0 && dice.chance(0.8)) continue
    writeFileSync(join(folder, `${kind}.csv`), fileText(rows, columnsOf(kind, columns, rows, dice), dice))
  }
}

function columnsOf(kind: string, columns: string[], rows: Row[], dice: Dice): string[] {
  const kept = columns.filter(
    (column) =>
      requiredColumns(kind).includes(column) ||
      rows.some((row) => (row[column] ?? '') !== '') ||
      dice.chance(0.3),
  )
  return dice.chance(0.5) ? kept : dice.shuffled(kept)
}

function fileText(rows: Row[], columns: string[], dice: Dice): string {
  const mark = dice.chance(0.3) ? '\uFEFF' : ''
  const lineEnd = dice.chance(0.5) ? '\r\n' : '\n'
  const quotedShare = dice.pick([0, 0, 0.1, 1])
  const blankShare = dice.pick([0, 0, 0.1])
  const written = (value: string): string => {
    const text = value === '' && dice.chance(blankShare) ? dice.pick([' ', '   ']) : value
    return /[",\r\n]/.test(text) || dice.chance(quotedShare) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const lines = rows.map((row) => columns.map((column) => written(row[column] ?? '')).join(','))
  const lastEnd = dice.chance(0.9) ? lineEnd : ''
  return mark + [columns.join(','), ...lines].join(lineEnd) + lastEnd
}
