import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Row, Tables } from './row.ts'

/** Reads a folder of CSV files (RFC 4180) as a line list: file name = kind, cells as text. */
export function readCsvFolder(folder: string): Tables {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  return Object.fromEntries(
    files.map((name) => [name.replace(/\.csv$/, ''), readRows(readFileSync(join(folder, name), 'utf8'))]),
  )
}

function readRows(text: string): Row[] {
  const [header = [], ...records] = readRecords(text.replace(/^\uFEFF/, ''))
  return records
    .filter((record) => record.some((value) => value !== ''))
    .map((record) => Object.fromEntries(header.map((column, i) => [column.trim(), (record[i] ?? '').trim()])))
}

function readRecords(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let value = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string
    if (quoted) {
      if (character !== '"') value += character
      else if (text[i + 1] === '"') {
        value += '"'
        i += 1
      } else quoted = false
    } else if (character === '"') quoted = true
    else if (character === ',') {
      record.push(value)
      value = ''
    } else if (character === '\n') {
      records.push([...record, value])
      record = []
      value = ''
    } else if (character !== '\r') value += character
  }
  if (value !== '' || record.length > 0) records.push([...record, value])
  return records
}
