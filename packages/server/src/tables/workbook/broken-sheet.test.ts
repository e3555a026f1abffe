import { describe, expect, it } from 'vitest'
import { oneSheet, textRow } from '../testing/build-workbook.ts'
import { readFirst } from '../testing/read-all.ts'
import { openWorkbook } from './open-workbook.ts'

const sheetPart = 'xl/worksheets/sheet1.xml'
const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'

/** Codes of the faults met while the first sheet is read. */
async function readingCodes(bytes: Buffer) {
  const whole = await readFirst(await openWorkbook('list.xlsx', bytes))
  expect(whole.cutShort).toBe(true)
  return whole.faults.map(({ code }) => code)
}

describe('TBL-15 a sheet that turns out broken', () => {
  const sheet = (xml: string | Uint8Array) => oneSheet('', { parts: { [sheetPart]: xml } })
  const rows = `<worksheet><sheetData>${textRow(1, ['a'])}${textRow(2, ['1'])}</sheetData></worksheet>`
  const asEntry = (change: object) =>
    oneSheet('', { parts: { [sheetPart]: undefined }, entries: [{ name: sheetPart, data: rows, ...change }] })

  it.each<[string, Buffer, string]>([
    ['TBL-15 a document type', sheet(`${doctype}${rows}`), 'document-type'],
    ['TBL-15 XML that breaks off', sheet(rows.slice(0, -20)), 'malformed-workbook'],
    ['TBL-15 XML that does not nest', sheet(rows.replace('</row>', '</c>')), 'malformed-workbook'],
    ['TBL-15 two roots', sheet(rows + rows), 'malformed-workbook'],
    ['TBL-15 nothing', sheet(''), 'malformed-workbook'],
    ['TBL-15 a forbidden character', sheet(rows.replace('a', '&#1;')), 'malformed-workbook'],
    ['TBL-15 UTF-16', sheet(Buffer.from(`\u{feff}${rows}`, 'utf16le')), 'malformed-workbook'],
    ['TBL-15 elements too deep', sheet(`<worksheet>${'<a>'.repeat(100_000)}`), 'malformed-workbook'],
    [
      'TBL-15 too many attributes',
      sheet(`<worksheet ${Array.from({ length: 50_000 }, (_, i) => `a${i}=""`).join(' ')}>`),
      'malformed-workbook',
    ],
    ['TBL-14 a part that unpacks to more than it says', asEntry({ declaredBytes: 10 }), 'zip-bomb'],
    [
      'TBL-14 a part that unpacks to less than it says',
      asEntry({ declaredBytes: 100_000 }),
      'malformed-workbook',
    ],
    ['TBL-14 a wrong checksum', asEntry({ declaredCrc: 1 }), 'malformed-workbook'],
  ])('%s is refused', async (_, bytes, code) => {
    expect((await readingCodes(bytes)).at(-1)).toBe(code)
  })
})
