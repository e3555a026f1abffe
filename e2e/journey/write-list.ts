import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes a folder of CSV files, one per table, as somebody keeps it on her desk. */
export function writeList(folder: string, tables: Readonly<Record<string, readonly string[]>>): string {
  mkdirSync(folder, { recursive: true })
  for (const [table, lines] of Object.entries(tables)) {
    writeFileSync(join(folder, `${table}.csv`), `${lines.join('\n')}\n`)
  }
  return folder
}
