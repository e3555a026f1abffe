import { MOST_TABLES } from '../limits.ts'
import type { LineListSource, TableSource } from '../line-list-source.ts'
import { findDuplicateTable, tooManyTables } from '../list-of-tables.ts'
import { type Opened, type Problem, refusedWith } from '../table-fault.ts'
import type { WorkbookFacts } from './cell-value.ts'
import { readNumberMeanings } from './number-meanings.ts'
import { notAWorkbook, readContents, type SheetPart } from './read-contents.ts'
import { readSheet } from './read-sheet.ts'
import { readSharedStrings } from './shared-strings.ts'
import { encryptedWorkbook, openZip, type ZipPackage } from './zip-package.ts'

/**
 * Opens a workbook that lies in memory. It is unpacked in memory as well, a sheet at a time while it is read:
 * nothing of it reaches the disk.
 */
export async function openWorkbook(file: string, bytes: Buffer): Promise<Opened<LineListSource>> {
  const foreign = foreignFile(bytes)
  if (foreign) return refusedWith(file, foreign)
  const zip = await openZip(bytes)
  if ('code' in zip) return refusedWith(file, zip)
  const opened = await describe(zip)
  if ('code' in opened) {
    zip.close()
    return refusedWith(file, opened)
  }
  return { kind: 'opened', list: workbookSource(file, zip, opened) }
}

type Described = { sheets: readonly SheetPart[]; facts: WorkbookFacts }

async function describe(zip: ZipPackage): Promise<Described | Problem> {
  const read = await readContents(zip)
  if (read.problem) return read.problem
  const { sheets, sharedStrings, styles, countsFrom1904 } = read.contents
  if (sheets.length === 0) return { code: 'no-tables', found: 'no sheet', accepted: 'a sheet for each table' }
  if (sheets.length > MOST_TABLES) return tooManyTables(sheets.length)
  const twice = findDuplicateTable(sheets.map(({ name }) => tableName(name)))
  if (twice) return twice
  const texts = await readSharedStrings(zip, sharedStrings)
  if (texts.problem) return texts.problem
  const formats = await readNumberMeanings(zip, styles)
  if (formats.problem) return formats.problem
  return { sheets, facts: { strings: texts.strings, meanings: formats.meanings, countsFrom1904 } }
}

function workbookSource(file: string, zip: ZipPackage, { sheets, facts }: Described): LineListSource {
  const parts = new Map<string, string>()
  const tables = sheets.map(({ name, part }): TableSource => {
    parts.set(tableName(name), part)
    return { name: tableName(name), file: `${file}, sheet ${tableName(name)}`, bytes: zip.bytesOf(part) }
  })
  return {
    tables,
    totalBytes: tables.reduce((sum, { bytes = 0 }) => sum + bytes, 0),
    read(table, onBytes) {
      const part = parts.get(table.name)
      if (part === undefined) throw new Error(`No sheet ${table.name} was listed`)
      return readSheet(zip, part, table.file, facts, onBytes)
    },
    async close() {
      zip.close()
    },
  }
}

function tableName(sheet: string): string {
  return sheet.trim().normalize('NFC')
}

// A locked workbook and one of before 2007 are both in an older container; a locked one says so in it.
function foreignFile(bytes: Buffer): Problem | undefined {
  if (bytes.length === 0) return notAWorkbook('an empty file')
  if (bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return encryptedWorkbook
    return {
      code: 'old-workbook',
      found: 'a workbook in the format of before 2007 (.xls)',
      accepted: 'the same workbook saved as .xlsx',
    }
  }
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return notAWorkbook('another kind of file')
  return undefined
}
