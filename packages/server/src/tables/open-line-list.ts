import type { Dirent } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type CsvFile, openCsvFiles } from './csv/csv-source.ts'
import { fileKind } from './file-kind.ts'
import { LARGEST_WORKBOOK_BYTES } from './limits.ts'
import type { LineListSource } from './line-list-source.ts'
import { readPieces, readWhole, unreadable } from './regular-file.ts'
import {
  fileNameOf,
  type Opened,
  type Problem,
  refusedWith,
  type TableFault,
  tableFault,
} from './table-fault.ts'
import { openWorkbook } from './workbook/open-workbook.ts'
import { workbookTooLarge } from './workbook/zip-package.ts'

/** Opens a folder of CSV files, one workbook, or one CSV file. Sizes are judged before anything is read. */
export async function openLineList(given: string): Promise<Opened<LineListSource>> {
  const name = fileNameOf(resolve(given))
  try {
    const path = await realpath(given)
    const found = await stat(path)
    if (found.isDirectory()) return await openFolder(path, name)
    if (!found.isFile()) return refusedWith(name, notAFile)
    if (fileKind(name) === 'csv') return openCsvFiles(name, [csvFile(path, name, found.size)], [])
    if (fileKind(name) === 'ignored') return refusedWith(name, unknownFile(name))
    if (found.size > LARGEST_WORKBOOK_BYTES) return refusedWith(name, workbookTooLarge(found.size))
    return await openWorkbook(name, await readWhole(path))
  } catch (error) {
    return refusedWith(name, unreadable(error))
  }
}

async function openFolder(folder: string, name: string): Promise<Opened<LineListSource>> {
  const files: CsvFile[] = []
  const faults: TableFault[] = []
  const entries = (await readdir(folder, { withFileTypes: true })).filter(isTable)
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const problem = entryProblem(entry)
    if (problem) faults.push(tableFault(entry.name, problem))
    else {
      const path = join(folder, entry.name)
      files.push(csvFile(path, entry.name, (await lstat(path)).size))
    }
  }
  return openCsvFiles(name, files, faults)
}

// What is not a plain file matters only under the name of a table; anything else in the folder is passed over.
function isTable(entry: Dirent): boolean {
  const kind = fileKind(entry.name)
  return kind === 'csv' || (kind !== 'ignored' && entry.isFile())
}

function entryProblem(entry: Dirent): Problem | undefined {
  const kind = fileKind(entry.name)
  if (kind === 'workbook') return mixedList
  if (kind === 'foreign-table') return unknownFile(entry.name)
  return entry.isFile() ? undefined : notAFile
}

function csvFile(path: string, file: string, bytes: number): CsvFile {
  return { file, bytes, open: () => readPieces(path) }
}

export const mixedList: Problem = {
  code: 'mixed-list',
  found: 'a workbook among the files of a list',
  accepted: 'either CSV files or one workbook by itself',
}

export function unknownFile(name: string): Problem {
  return {
    code: 'unknown-file',
    found: `a file that is neither CSV nor a workbook: ${name}`,
    accepted: 'CSV files (.csv), or one workbook (.xlsx)',
  }
}

const notAFile: Problem = {
  code: 'not-a-file',
  found: 'a link, folder, pipe or device under the name of a table',
  accepted: 'a plain file',
}
