import { tableNameOf } from '../file-kind.ts'
import { LARGEST_LIST_BYTES, LARGEST_TABLE_BYTES, MOST_TABLES } from '../limits.ts'
import type { LineListSource, TableSource } from '../line-list-source.ts'
import { findDuplicateTable, listTooLarge, tooManyTables } from '../list-of-tables.ts'
import { type Opened, type TableFault, tableFault } from '../table-fault.ts'
import { readCsv, tooLarge } from './read-csv.ts'

/** One CSV file of a list: `open` gives its bytes from the beginning, each time it is called. */
export type CsvFile = {
  file: string
  bytes: number
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** A list of CSV files, once nothing is known against it. `place` is where the files lie, for words to a person. */
export function openCsvFiles(
  place: string,
  files: readonly CsvFile[],
  known: readonly TableFault[],
): Opened<LineListSource> {
  const faults = [...known]
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const twice = findDuplicateTable(files.map(({ file }) => tableNameOf(file)))
  if (twice) faults.push(tableFault(place, twice))
  if (files.length > MOST_TABLES) faults.push(tableFault(place, tooManyTables(files.length)))
  const large = files.filter(({ bytes }) => bytes > LARGEST_TABLE_BYTES)
  for (const { file, bytes } of large) faults.push(tableFault(file, tooLarge(bytes)))
  if (large.length === 0 && totalBytes > LARGEST_LIST_BYTES)
    faults.push(tableFault(place, listTooLarge(totalBytes)))
  if (files.length === 0 && faults.length === 0) {
    const accepted = 'CSV files named after their tables, or one workbook (.xlsx)'
    faults.push(tableFault(place, { code: 'no-tables', found: 'no table', accepted }))
  }
  return faults.length > 0
    ? { kind: 'refused', faults }
    : { kind: 'opened', list: csvSource(files, totalBytes) }
}

function csvSource(files: readonly CsvFile[], totalBytes: number): LineListSource {
  const byName = new Map(files.map((file) => [tableNameOf(file.file), file]))
  return {
    tables: [...byName].map(([name, { file, bytes }]): TableSource => ({ name, file, bytes })),
    totalBytes,
    read(table, onBytes) {
      const found = byName.get(table.name)
      if (!found) throw new Error(`No table ${table.name} was listed`)
      return readCsv(found.file, found.open(), onBytes)
    },
    async close() {
      byName.clear()
    },
  }
}
