import { type CsvFile, openCsvFiles } from './csv/csv-source.ts'
import { tooLarge } from './csv/read-csv.ts'
import { fileKind } from './file-kind.ts'
import { LARGEST_LIST_BYTES, LARGEST_TABLE_BYTES, LARGEST_WORKBOOK_BYTES } from './limits.ts'
import type { LineListSource } from './line-list-source.ts'
import { listTooLarge } from './list-of-tables.ts'
import { mixedList, unknownFile } from './open-line-list.ts'
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

/** One file as a browser sends it. `bytes` is its size, where the browser says it; it is not relied upon. */
export type UploadedFile = {
  name: string
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  bytes?: number
}

type HeldFile = { file: string; kind: 'csv' | 'workbook'; bytes: number; pieces: Uint8Array[] }

/**
 * Opens several CSV files, or one workbook, that a browser sends. They are held in memory (at most 192 MiB) and never
 * written to disk. Files are opened one after the other in the order given, each once; those that are no tables are
 * not opened. The first file that is too large ends the reading at once.
 */
export async function openUploadedLineList(
  files: Iterable<UploadedFile> | AsyncIterable<UploadedFile>,
): Promise<Opened<LineListSource>> {
  const held: HeldFile[] = []
  const faults: TableFault[] = []
  let room = LARGEST_LIST_BYTES
  let ignored: string | undefined
  for await (const file of files) {
    const name = fileNameOf(file.name)
    const kind = fileKind(name)
    if (kind === 'ignored') ignored ??= name
    else if (kind === 'foreign-table') faults.push(tableFault(name, unknownFile(name)))
    else {
      const taken = await hold(file, kind, room)
      if ('code' in taken) return refusedWith(name, taken)
      held.push({ file: name, kind, ...taken })
      room -= taken.bytes
    }
  }
  const workbooks = held.filter(({ kind }) => kind === 'workbook')
  const [workbook] = workbooks
  if (workbook && held.length === 1 && faults.length === 0) {
    return openWorkbook(workbook.file, Buffer.concat(workbook.pieces))
  }
  const mixed = workbooks.length === held.length ? severalWorkbooks : mixedList
  for (const { file } of workbooks) faults.push(tableFault(file, mixed))
  if (held.length === 0 && faults.length === 0 && ignored !== undefined)
    return refusedWith(ignored, unknownFile(ignored))
  return openCsvFiles('the files', held.filter(({ kind }) => kind === 'csv').map(heldCsv), faults)
}

async function hold(
  file: UploadedFile,
  kind: 'csv' | 'workbook',
  room: number,
): Promise<{ bytes: number; pieces: Uint8Array[] } | Problem> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  const promised = sizeProblem(file.bytes ?? 0, kind, room)
  if (promised) return promised
  for await (const piece of file.open()) {
    bytes += piece.length
    const problem = sizeProblem(bytes, kind, room)
    if (problem) return problem
    pieces.push(piece)
  }
  return { bytes, pieces }
}

function sizeProblem(bytes: number, kind: 'csv' | 'workbook', room: number): Problem | undefined {
  if (kind === 'workbook' && bytes > LARGEST_WORKBOOK_BYTES) return workbookTooLarge(bytes)
  if (kind === 'csv' && bytes > LARGEST_TABLE_BYTES) return tooLarge(bytes)
  return bytes > room ? listTooLarge(LARGEST_LIST_BYTES - room + bytes) : undefined
}

function heldCsv({ file, bytes, pieces }: HeldFile): CsvFile {
  return { file, bytes, open: () => pieces }
}

const severalWorkbooks: Problem = {
  code: 'several-workbooks',
  found: 'more than one workbook',
  accepted: 'one workbook with a sheet for each table',
}
