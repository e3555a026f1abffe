import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { LARGEST_TABLE_BYTES, LARGEST_WORKBOOK_BYTES, MOST_TABLES, MOST_WORKBOOK_PARTS } from '../limits.ts'
import { buildWorkbook, oneSheet, type SheetDraft, textRow } from '../testing/build-workbook.ts'
import { getFaults, getList, readAll, readFirst } from '../testing/read-all.ts'
import { writeZip } from '../testing/write-zip.ts'
import { openWorkbook } from './open-workbook.ts'

const table = textRow(1, ['a']) + textRow(2, ['1'])
const honest = oneSheet(table)
const sheetPart = 'xl/worksheets/sheet1.xml'

async function codesOf(bytes: Buffer) {
  return getFaults(await openWorkbook('list.xlsx', bytes)).map(({ code }) => code)
}

function withSheets(...sheets: SheetDraft[]): Buffer {
  return buildWorkbook({ sheets })
}

describe('the sheets of a workbook', () => {
  it('TBL-16 sheets are found by the workbook, in its order, whatever their parts are called', async () => {
    const book = withSheets(
      { name: ' visit ', data: textRow(1, ['a']) + textRow(2, ['visit']) },
      { name: 'case_opened', data: textRow(1, ['a']) + textRow(2, ['case']), hidden: true },
    )
    const list = getList(await openWorkbook('list.xlsx', book))
    expect(list.tables.map(({ name, file }) => [name, file])).toEqual([
      ['visit', 'list.xlsx, sheet visit'],
      ['case_opened', 'list.xlsx, sheet case_opened'],
    ])
    expect(list.totalBytes).toBe(list.tables.reduce((sum, { bytes = 0 }) => sum + bytes, 0))
    for (const sheet of [...list.tables.toReversed(), ...list.tables]) {
      let seen = 0
      const { rows } = await readAll(list.read(sheet, (bytes) => (seen = bytes)))
      expect(rows).toEqual([[sheet.name === 'visit' ? 'visit' : 'case']])
      expect(seen).toBe(sheet.bytes)
    }
    await list.close()
  })

  it('TBL-16 a workbook and its sheets may lie elsewhere in the file, in the strict edition, in other capitals', async () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const relationship = (id: string, kind: string, target: string) =>
      `<Relationship Id="${id}" Type="${strict}/${kind}" Target="${target}"/>`
    const book = buildWorkbook({
      parts: {
        '_rels/.rels': `<Relationships>${relationship('a', 'officeDocument', '/book/WORKBOOK2.xml')}</Relationships>`,
        'xl/workbook.xml': undefined,
        'xl/_rels/workbook.xml.rels': undefined,
        'book/workbook2.xml':
          '<workbook xmlns:q="x"><sheets><sheet name="s" sheetId="7" q:id="z"/></sheets></workbook>',
        'book/_rels/workbook2.xml.rels': `<Relationships>${relationship('z', 'worksheet', '../tables/one.xml')}</Relationships>`,
        'tables/one.xml': `<worksheet><sheetData>${table}</sheetData></worksheet>`,
      },
    })
    expect((await readFirst(await openWorkbook('list.xlsx', book))).rows).toEqual([['1']])
  })

  it('TBL-3 two sheets of one name are refused, capitals or not', async () => {
    expect(await codesOf(withSheets({ name: 'Visit', data: table }, { name: 'visit', data: table }))).toEqual(
      ['duplicate-table'],
    )
  })

  it('TBL-4 too many sheets are refused', async () => {
    const sheets = Array.from({ length: MOST_TABLES + 1 }, (_, index) => ({ name: `s${index}`, data: table }))
    expect(await codesOf(buildWorkbook({ sheets }))).toEqual(['too-many-tables'])
  })
})

const relationships = (...targets: [string, string][]) =>
  `<Relationships>${targets.map(([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="x/${kind}" Target="${target}"/>`).join('')}</Relationships>`
const relsPart = 'xl/_rels/workbook.xml.rels'
const MiB = 1024 * 1024
const noise = randomBytes(MiB)

/** A workbook with parts of a mebibyte, hard to pack, that say they are as large as this. */
function claiming(...sizes: number[]): Buffer {
  return oneSheet(table, {
    entries: sizes.map((declaredBytes, i) => ({ name: `p${i}`, data: noise, declaredBytes })),
  })
}

const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')

describe('TBL-14 what is no workbook', () => {
  it.each<[string, Buffer, string]>([
    ['TBL-14 an empty file', Buffer.alloc(0), 'not-a-workbook'],
    ['TBL-14 text', Buffer.from('row_id,case_code\n'), 'not-a-workbook'],
    ['TBL-14 a page that calls itself a workbook', Buffer.from('<html><table>'), 'not-a-workbook'],
    ['TBL-14 another zip file', writeZip([{ name: 'a.txt', data: 'a' }]), 'not-a-workbook'],
    [
      'TBL-14 a text document',
      oneSheet(table, {
        parts: {
          '_rels/.rels': relationships(['officeDocument', 'word/document.xml']),
          'word/document.xml': '<document/>',
        },
      }),
      'not-a-workbook',
    ],
    [
      'TBL-14 an OpenDocument file',
      writeZip([
        { name: 'mimetype', data: 'x' },
        { name: 'content.xml', data: '<a/>' },
      ]),
      'not-a-workbook',
    ],
    [
      'TBL-14 a binary workbook',
      oneSheet(table, {
        parts: {
          '_rels/.rels': relationships(['officeDocument', 'xl/workbook.bin']),
          'xl/workbook.bin': 'x',
        },
      }),
      'not-a-workbook',
    ],
    ['TBL-14 a workbook of before 2007', Buffer.concat([ole, Buffer.alloc(600)]), 'old-workbook'],
    [
      'TBL-14 a workbook with a password',
      Buffer.concat([ole, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted-workbook',
    ],
    [
      'TBL-14 a locked zip file',
      oneSheet(table, { entries: [{ name: 'xl/a.xml', data: '123456789012', flags: 1 }] }),
      'encrypted-workbook',
    ],
    [
      'TBL-14 a zip file locked the strong way',
      oneSheet(table, { entries: [{ name: 'xl/a.xml', data: 'x', flags: 0x41 }] }),
      'encrypted-workbook',
    ],
    ['TBL-14 macros', oneSheet(table, { parts: { 'xl/vbaProject.bin': 'x' } }), 'macro-workbook'],
    ['TBL-14 a file cut short', honest.subarray(0, honest.length - 30), 'malformed-workbook'],
    [
      'TBL-14 a file without its beginning',
      Buffer.concat([Buffer.from('PK'), honest.subarray(400)]),
      'malformed-workbook',
    ],
    [
      'TBL-14 a part twice',
      oneSheet(table, { entries: [{ name: 'XL/Workbook.xml', data: '<workbook/>' }] }),
      'malformed-workbook',
    ],
    [
      'TBL-14 a part outside the file',
      oneSheet(table, { entries: [{ name: '../../etc/passwd', data: 'x' }] }),
      'unsafe-entry-name',
    ],
    [
      'TBL-14 a part outside, the Windows way',
      oneSheet(table, { entries: [{ name: '..\\a', data: 'x' }] }),
      'unsafe-entry-name',
    ],
    [
      'TBL-14 a part at the root',
      oneSheet(table, { entries: [{ name: '/etc/passwd', data: 'x' }] }),
      'unsafe-entry-name',
    ],
    [
      'TBL-14 a part on a drive',
      oneSheet(table, { entries: [{ name: 'C:/a', data: 'x' }] }),
      'unsafe-entry-name',
    ],
    [
      'TBL-4 a packed file too large',
      Buffer.concat([Buffer.from('PK'), Buffer.alloc(LARGEST_WORKBOOK_BYTES)]),
      'too-large',
    ],
    [
      'TBL-4 too many parts',
      oneSheet(table, {
        entries: Array.from({ length: MOST_WORKBOOK_PARTS }, (_, i) => ({ name: `p${i}`, data: '' })),
      }),
      'too-many-entries',
    ],
    [
      'TBL-14 a part that unpacks to a thousand times its size',
      oneSheet(table, { parts: { 'xl/media/a.png': Buffer.alloc(8 * 1024 * 1024) } }),
      'zip-bomb',
    ],
    ['TBL-4 a part that says it is too large', claiming(LARGEST_TABLE_BYTES + 1), 'too-large'],
    ['TBL-4 parts that are too large together', claiming(...Array(4).fill(50 * MiB)), 'too-large'],
    ['TBL-16 no sheets', buildWorkbook({ sheets: [] }), 'no-tables'],
    [
      'TBL-16 a chart in the place of a sheet',
      oneSheet(table, { parts: { [relsPart]: relationships(['chartsheet', 'worksheets/sheet1.xml']) } }),
      'not-a-table-sheet',
    ],
    [
      'TBL-16 a sheet that is nowhere',
      oneSheet(table, { parts: { [relsPart]: relationships() } }),
      'malformed-workbook',
    ],
    [
      'TBL-16 a sheet whose part is missing',
      oneSheet(table, { parts: { [sheetPart]: undefined } }),
      'malformed-workbook',
    ],
    [
      'TBL-16 two sheets in one part',
      buildWorkbook({
        sheets: [{ name: 'a', data: table }, { name: 'b' }],
        parts: {
          [relsPart]: relationships(
            ['worksheet', 'worksheets/sheet1.xml'],
            ['worksheet', 'worksheets/sheet1.xml'],
          ),
        },
      }),
      'malformed-workbook',
    ],
    [
      'TBL-16 a sheet in another file',
      oneSheet(table, {
        parts: {
          [relsPart]:
            '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="http://example.org/s.xml" TargetMode="External"/></Relationships>',
        },
      }),
      'malformed-workbook',
    ],
    [
      'TBL-19 formats that are missing',
      oneSheet(table, { formats: [0], parts: { 'xl/styles.xml': undefined } }),
      'malformed-workbook',
    ],
    [
      'TBL-15 a document type in the workbook',
      oneSheet(table, { parts: { 'xl/workbook.xml': `${doctype}<workbook/>` } }),
      'document-type',
    ],
    [
      'TBL-15 a document type in the texts',
      oneSheet(table, {
        strings: '',
        parts: { 'xl/sharedStrings.xml': `${doctype}<sst><si><t>&b;</t></si></sst>` },
      }),
      'document-type',
    ],
    [
      'TBL-15 a workbook that is not XML',
      oneSheet(table, { parts: { 'xl/workbook.xml': 'sheets: 1' } }),
      'malformed-workbook',
    ],
    [
      'TBL-15 an entity that nobody declared',
      oneSheet(table, { strings: '<si><t>&b;</t></si>' }),
      'malformed-workbook',
    ],
    [
      'TBL-15 texts that are not UTF-8',
      oneSheet(table, {
        strings: '',
        parts: { 'xl/sharedStrings.xml': Buffer.from('<sst><si><t>caf\xe9</t></si></sst>', 'latin1') },
      }),
      'malformed-workbook',
    ],
    [
      'TBL-15 formats that break off',
      oneSheet(table, { formats: [], parts: { 'xl/styles.xml': '<styleSheet><cellXfs>' } }),
      'malformed-workbook',
    ],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await codesOf(bytes)).toEqual([code])
  })
})
