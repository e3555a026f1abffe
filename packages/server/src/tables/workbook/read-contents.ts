import type { Problem } from '../table-fault.ts'
import { readPart } from './read-part.ts'
import { type Relationship, readRelationships } from './relationships.ts'
import { malformed } from './xml-reader.ts'
import type { ZipPackage } from './zip-package.ts'

export type SheetPart = { name: string; part: string }

/** What a workbook says of itself: its sheets in their order, and where its texts and formats lie. */
export type WorkbookContents = {
  sheets: readonly SheetPart[]
  sharedStrings: string | undefined
  styles: string | undefined
  countsFrom1904: boolean
}

type ContentsResult = { problem: Problem } | { problem?: undefined; contents: WorkbookContents }

/** Finds the sheets by the workbook's own list, as spreadsheet programs do, never by the names of parts. Hidden sheets are sheets. */
export async function readContents(zip: ZipPackage): Promise<ContentsResult> {
  const root = await readRelationships(zip, '')
  if (root.problem) return root
  const workbook = [...root.byId.values()].find(({ kind }) => kind === 'officeDocument')?.part
  if (workbook === undefined || !zip.has(workbook)) return { problem: notAWorkbook(describe(zip)) }
  if (!workbook.endsWith('.xml')) return { problem: notAWorkbook('a binary workbook') }

  const related = await readRelationships(zip, workbook)
  if (related.problem) return related
  const book = await readBook(zip, workbook)
  if (book.problem) return book

  const sheets: SheetPart[] = []
  for (const { name, id } of book.sheets) {
    const found = related.byId.get(id)
    const problem = found
      ? sheetProblem(zip, name, found, sheets)
      : malformed(workbook, `sheet ${name} is nowhere`)
    if (problem) return { problem }
    if (found) sheets.push({ name, part: found.part })
  }
  const strings = [...related.byId.values()].find(({ kind }) => kind === 'sharedStrings')?.part
  const styles = [...related.byId.values()].find(({ kind }) => kind === 'styles')?.part
  // Without its formats a day would be read as a number, and nobody would see it.
  const lost = [strings, styles].find((part) => part !== undefined && !zip.has(part))
  if (lost !== undefined) return { problem: malformed(lost, 'missing') }
  return { contents: { sheets, sharedStrings: strings, styles, countsFrom1904: book.countsFrom1904 } }
}

async function readBook(zip: ZipPackage, part: string) {
  const sheets: { name: string; id: string }[] = []
  let isWorkbook = false
  let countsFrom1904 = false
  const problem = await readPart(zip, part, {
    open(element, attributes) {
      if (element === 'workbook') isWorkbook = true
      if (element === 'workbookPr') countsFrom1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '')
      if (element === 'sheet')
        sheets.push({ name: attributes.get('name') ?? '', id: attributes.get(':id') ?? '' })
    },
    close() {},
    text() {},
  })
  if (problem) return { problem }
  if (!isWorkbook) return { problem: notAWorkbook(describe(zip)) }
  return { sheets, countsFrom1904 }
}

function sheetProblem(
  zip: ZipPackage,
  name: string,
  { kind, part, outside }: Relationship,
  before: readonly SheetPart[],
): Problem | undefined {
  if (kind !== 'worksheet') {
    const found = `sheet ${name} is a ${kind}`
    return { code: 'not-a-table-sheet', found, accepted: 'sheets with a table of rows and columns' }
  }
  if (outside || !zip.has(part)) return malformed(part, `sheet ${name} is not in the file`)
  if (before.some((other) => other.part.toLowerCase() === part.toLowerCase())) {
    return malformed(part, 'two sheets share it')
  }
  return undefined
}

export function notAWorkbook(found: string): Problem {
  return { code: 'not-a-workbook', found, accepted: 'a workbook saved as .xlsx (Excel workbook)' }
}

function describe(zip: ZipPackage): string {
  if (zip.has('word/document.xml')) return 'a text document'
  if (zip.has('ppt/presentation.xml')) return 'a presentation'
  if (zip.has('content.xml') && zip.has('mimetype')) return 'an OpenDocument file'
  if (zip.has('xl/workbook.bin')) return 'a binary workbook'
  return 'a zip file that holds no workbook'
}
