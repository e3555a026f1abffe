import { writeZip, type ZipEntry } from './write-zip.ts'

/** A sheet: its name, and the XML inside `<sheetData>`, or the whole part. */
export type SheetDraft = { name: string; data?: string; after?: string; xml?: string; hidden?: boolean }

export type WorkbookDraft = {
  sheets?: readonly SheetDraft[]
  /** XML inside `<sst>`. */
  strings?: string
  /** Formats of numbers, by the style number a cell names: a number known to every program, or a written format. */
  formats?: readonly (number | string)[]
  countsFrom1904?: boolean
  /** Parts that take the place of those made here, or are added; undefined leaves a part out. */
  parts?: Readonly<Record<string, string | Uint8Array | undefined>>
  entries?: readonly ZipEntry[]
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook written by hand, so that it can be broken in any place. */
export function buildWorkbook(draft: WorkbookDraft): Buffer {
  const parts = { ...workbookParts(draft), ...draft.parts }
  const entries = Object.entries(parts).flatMap(([name, data]) =>
    data === undefined ? [] : [{ name, data }],
  )
  return writeZip([...entries, ...(draft.entries ?? [])])
}

/** One sheet called `sheet`, with these rows of XML. */
export function oneSheet(data: string, draft: WorkbookDraft & { after?: string } = {}): Buffer {
  return buildWorkbook({ ...draft, sheets: [{ name: 'sheet', data, after: draft.after ?? '' }] })
}

/** A row of cells that hold texts of their own. */
export function textRow(number: number, texts: readonly string[]): string {
  return `<row r="${number}">${texts.map((text) => `<c t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`).join('')}</row>`
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function workbookParts({
  sheets = [],
  strings,
  formats,
  countsFrom1904,
}: WorkbookDraft): Record<string, string> {
  const relationship = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
  const sheetList = sheets
    .map(({ name, hidden }, index) => {
      const state = hidden ? ' state="hidden"' : ''
      return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`
    })
    .join('')
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${relations}">${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${countsFrom1904 ? 1 : 0}"/><sheets>${sheetList}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${relations}">${[
      ...sheets.map((_, index) =>
        relationship(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
      ),
      ...(strings === undefined ? [] : [relationship('rIdStrings', 'sharedStrings', 'sharedStrings.xml')]),
      ...(formats === undefined ? [] : [relationship('rIdStyles', 'styles', '/xl/styles.xml')]),
    ].join('')}</Relationships>`,
  }
  sheets.forEach(({ data = '', after = '', xml }, index) => {
    const body = `${declaration}<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${after}</worksheet>`
    parts[`xl/worksheets/sheet${index + 1}.xml`] = xml ?? body
  })
  if (strings !== undefined)
    parts['xl/sharedStrings.xml'] = `${declaration}<sst xmlns="${main}">${strings}</sst>`
  if (formats !== undefined) parts['xl/styles.xml'] = stylesPart(formats)
  return parts
}

const FIRST_WRITTEN_FORMAT = 164

function stylesPart(formats: readonly (number | string)[]): string {
  const idOf = (format: number | string, index: number) =>
    typeof format === 'number' ? format : FIRST_WRITTEN_FORMAT + index
  const written = formats.flatMap((format, index) =>
    typeof format === 'number'
      ? []
      : [`<numFmt numFmtId="${idOf(format, index)}" formatCode="${escapeXml(format)}"/>`],
  )
  const styles = formats.map((format, index) => `<xf numFmtId="${idOf(format, index)}"/>`)
  return `${declaration}<styleSheet xmlns="${main}"><numFmts>${written.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`
}
