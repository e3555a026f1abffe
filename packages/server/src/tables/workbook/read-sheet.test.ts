import { describe, expect, it } from 'vitest'
import { LONGEST_CELL, MOST_COLUMNS } from '../limits.ts'
import { oneSheet, textRow, type WorkbookDraft } from '../testing/build-workbook.ts'
import { readFirst } from '../testing/read-all.ts'
import { openWorkbook } from './open-workbook.ts'

const header = textRow(1, ['a', 'b', 'c'])

async function read(rows: string, draft: WorkbookDraft & { after?: string } = {}) {
  return readFirst(await openWorkbook('list.xlsx', oneSheet(rows, draft)))
}

/** What the cell gives when it stands in column b, row 2. */
async function cell(xml: string, draft: WorkbookDraft = {}) {
  const { rows, faults } = await read(`${header}<row r="2"><c r="A2"><v>1</v></c>${xml}</row>`, draft)
  return faults[0] ?? rows[0]?.[1]
}

describe('numbers, texts and other values', () => {
  it.each([
    ['<c><v>5</v></c>', '5'],
    ['<c t="n"><v> 5.50 </v></c>', '5.5'],
    ['<c><v>0.30000000000000004</v></c>', '0.3'],
    ['<c><v>1.1000000000000001</v></c>', '1.1'],
    ['<c><v>1E-7</v></c>', '0.0000001'],
    ['<c><v>1.5E+3</v></c>', '1500'],
    ['<c><v>-0</v></c>', '0'],
    ['<c><v>-12.25</v></c>', '-12.25'],
    ['<c><v>999999999999999</v></c>', '999999999999999'],
    ['<c><v>123456789012.345</v></c>', '123456789012.345'],
    ['<c><v/></c>', ''],
    ['<c/>', ''],
  ])('TBL-18 %s gives %j', async (xml, text) => {
    expect(await cell(xml)).toBe(text)
  })

  it.each([
    ['<c t="b"><v>1</v></c>', 'TRUE'],
    ['<c t="b"><v>0</v></c>', 'FALSE'],
    ['<c t="s"><v>0</v></c>', 'সাথী'],
    ['<c t="s"><v>1</v></c>', 'two runs'],
    ['<c t="s"><v>2</v></c>', '東京'],
    ['<c t="s"><v>3</v></c>', ''],
    ['<c t="s"><v>4</v></c>', 'a\nb_x000D_'],
    ['<c t="s"><v></v></c>', ''],
    ['<c t="str"><v>text &amp; more</v></c>', 'text & more'],
    ['<c t="str"><v><![CDATA[<b>]]></v></c>', '<b>'],
    ['<c t="inlineStr"><is><t xml:space="preserve"> kept inside  here </t></is></c>', 'kept inside  here'],
    ['<c t="inlineStr"><is><r><rPr><b/></rPr><t>ri</t></r><r><t>ch</t></r></is></c>', 'rich'],
    ['<c t="str"><v>007</v></c>', '007'],
    ['<c t="str"><v>2021-03</v></c>', '2021-03'],
    ['<c t="str"><v>=1+1</v></c>', '=1+1'],
    ['<c t="str"><v>\'=1+1</v></c>', '=1+1'],
    ['<c t="d"><v>2021-03-05T00:00:00</v></c>', '2021-03-05'],
  ])('TBL-20 %s gives %j', async (xml, text) => {
    const strings = [
      '<si><t>সাথী</t></si>',
      '<si><r><t>two </t></r><r><rPr><i/></rPr><t>runs</t></r></si>',
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
      '<si/>',
      '<si><t>a_x000D_&#10;b_x005F_x000D_</t></si>',
    ]
    expect(await cell(xml, { strings: strings.join('') })).toBe(text)
  })

  it.each([
    ['<c s="1"><v>44197</v></c>', '2021-01-01'],
    ['<c s="2"><v>44197</v></c>', '2021-01'],
    ['<c s="3"><v>44197</v></c>', '2021-01-01'],
    ['<c s="4"><v>44197</v></c>', '44197'],
    ['<c s="5"><v>44197</v></c>', '44197'],
    ['<c s="0"><v>44197</v></c>', '44197'],
    ['<c><v>44197</v></c>', '44197'],
    ['<c s="1"/>', ''],
  ])('TBL-19 %s gives %j', async (xml, text) => {
    expect(await cell(xml, { formats: [0, 14, 17, 'dd"."mm"."yyyy', '"d"0', '[Red]0.00'] })).toBe(text)
  })

  it('TBL-19 days are counted from 1904 where the workbook says so', async () => {
    expect(await cell('<c s="1"><v>42735</v></c>', { formats: [0, 14], countsFrom1904: true })).toBe(
      '2021-01-01',
    )
  })

  it.each([
    ['TBL-17', '<c><f>1+1</f><v>2</v></c>', 'formula-cell'],
    ['TBL-17', '<c t="str"><f t="shared" si="0"/><v>x</v></c>', 'formula-cell'],
    ['TBL-17', '<c><f>NOW()</f></c>', 'formula-cell'],
    ['TBL-17', '<c t="e"><v>#REF!</v></c>', 'error-cell'],
    ['TBL-18', '<c><v>1234567890123456</v></c>', 'long-number'],
    ['TBL-18', '<c><v>1e308</v></c>', 'long-number'],
    ['TBL-18', '<c><v>1e999</v></c>', 'malformed-cell'],
    ['TBL-18', '<c><v>twelve</v></c>', 'malformed-cell'],
    ['TBL-18', '<c><v>0x10</v></c>', 'malformed-cell'],
    ['TBL-18', '<c><v>NaN</v></c>', 'malformed-cell'],
    ['TBL-18', '<c s="9"><v>1</v></c>', 'malformed-cell'],
    ['TBL-18', '<c s="x"><v>1</v></c>', 'malformed-cell'],
    ['TBL-19', '<c s="1"><v>60</v></c>', 'not-a-day'],
    ['TBL-19', '<c s="1"><v>44197.25</v></c>', 'time-in-day'],
    ['TBL-19', '<c s="2"><v>0.25</v></c>', 'not-a-day'],
    ['TBL-20', '<c t="b"><v>yes</v></c>', 'malformed-cell'],
    ['TBL-20', '<c t="s"><v>1</v></c>', 'malformed-cell'],
    ['TBL-20', '<c t="s"><v>-1</v></c>', 'malformed-cell'],
    ['TBL-20', '<c t="picture"><v>1</v></c>', 'malformed-cell'],
    ['TBL-10', '<c t="str"><v>a_x0000_b</v></c>', 'null-byte'],
    ['TBL-10', '<c t="str"><v>a_x0007_b</v></c>', 'control-character'],
    ['TBL-10', '<c t="str"><v>a_xD800_b</v></c>', 'control-character'],
    ['TBL-10', `<c t="str"><v>${'x'.repeat(LONGEST_CELL + 1)}</v></c>`, 'cell-too-long'],
    ['TBL-10', `<c t="inlineStr"><is><t>a${' '.repeat(50_000)}b</t></is></c>`, 'cell-too-long'],
  ])('%s %s is refused', async (_, xml, code) => {
    const fault = await cell(xml, { formats: [0, 14, 20], strings: '<si><t>a</t></si>' })
    expect(fault).toMatchObject({ code, line: 2, column: 'b', file: 'list.xlsx, sheet sheet' })
  })

  it('TBL-17 a formula in the header is refused, and so is the table', async () => {
    const whole = await read('<row><c t="str"><f>A2</f><v>a</v></c></row><row><c><v>1</v></c></row>')
    expect(whole).toMatchObject({ rows: [], cutShort: true, faults: [{ code: 'formula-cell', line: 1 }] })
  })
})

describe('rows and cells in their places', () => {
  it('TBL-21 cells stand in the column they name, and rows have the number they name', async () => {
    const whole = await read(
      `${textRow(3, ['a', 'b', 'c'])}<row r="5"><c r="C5"><v>3</v></c></row><row r="6"/><row><c r="B7"><v>2</v></c></row>`,
    )
    expect(whole.headerLine).toBe(3)
    expect(whole.rows).toEqual([
      ['', '', '3'],
      ['', '2', ''],
    ])
    expect(whole.lines).toEqual([5, 7])
  })

  it('TBL-21 elements may have a prefix', async () => {
    const xml = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>
      <x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>
      <x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    const opened = await openWorkbook(
      'list.xlsx',
      oneSheet('', { parts: { 'xl/worksheets/sheet1.xml': xml } }),
    )
    expect((await readFirst(opened)).rows).toEqual([['1']])
  })

  it('TBL-9 empty rows, and empty cells beyond the header, are left out', async () => {
    const whole = await read(
      `<row r="1"><c r="A1" s="0"/></row>${textRow(2, ['a', 'b', '', ''])}<row r="3"><c r="A3"><v>1</v></c><c r="XFD3" t="str"><v> </v></c></row><row r="1048576"><c s="0"/></row>`,
    )
    expect(whole).toMatchObject({ columns: ['a', 'b'], rows: [['1', '']], lines: [3], faults: [] })
  })

  it.each([
    ['TBL-9 a cell beyond the header', '<row r="2"><c r="D2"><v>1</v></c></row>', 'too-many-cells', 2],
    ['TBL-9 a cell far beyond', '<row r="2"><c r="XFD2"><v>1</v></c></row>', 'too-many-cells', 2],
    [
      'TBL-21 a row twice',
      '<row r="2"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>',
      'row-out-of-order',
      2,
    ],
    [
      'TBL-21 a row too high up',
      '<row r="9"><c><v>1</v></c></row><row r="4"><c><v>2</v></c></row>',
      'row-out-of-order',
      9,
    ],
    ['TBL-21 a row beyond the last', '<row r="1048577"><c><v>1</v></c></row>', 'row-out-of-order', 1],
    ['TBL-21 a row without a number', '<row r="two"><c><v>1</v></c></row>', 'row-out-of-order', 1],
    [
      'TBL-21 a cell twice',
      '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>',
      'cell-out-of-order',
      2,
    ],
    [
      'TBL-21 cells from right to left',
      '<row r="2"><c r="B2"><v>1</v></c><c r="A2"/></row>',
      'cell-out-of-order',
      2,
    ],
    ['TBL-21 a cell of another row', '<row r="2"><c r="A3"><v>1</v></c></row>', 'cell-out-of-order', 2],
    ['TBL-21 a cell nowhere', '<row r="2"><c r="2A"><v>1</v></c></row>', 'cell-out-of-order', 2],
    [
      'TBL-21 a cell beyond the last column',
      '<row r="2"><c r="XFE2"><v>1</v></c></row>',
      'cell-out-of-order',
      2,
    ],
  ])('%s is refused', async (_, rows, code, line) => {
    const { faults } = await read(header + rows)
    expect(faults).toMatchObject([{ code, line }])
  })

  it.each([
    ['TBL-8 no rows', '', 'no-header'],
    ['TBL-8 rows without cells', '<row/><row><c/></row>', 'no-header'],
    ['TBL-8 a column without a name', textRow(1, ['a', '', 'c']), 'empty-header'],
    ['TBL-8 a column twice', textRow(1, ['a', 'a']), 'duplicate-column'],
    [
      'TBL-8 too many columns',
      textRow(
        1,
        Array.from({ length: MOST_COLUMNS + 5 }, (_, i) => `c${i}`),
      ),
      'too-many-columns',
    ],
  ])('%s is refused', async (_, rows, code) => {
    const whole = await read(rows)
    expect(whole.faults).toMatchObject([{ code }])
    expect(whole.cutShort).toBe(true)
  })

  it.each([
    ['B2:B3', 2, 'b'],
    ['A1:C1', 1, 'a'],
    ['C3:F9', 3, 'c'],
  ])('TBL-17 merged cells %s are refused', async (ref, line, column) => {
    const after = `<mergeCells count="1"><mergeCell ref="${ref}"/></mergeCells>`
    const whole = await read(header + textRow(2, ['1']) + textRow(3, ['2']), { after })
    expect(whole.faults).toMatchObject([{ code: 'merged-cells', line, column }])
  })

  it('TBL-17 merged cells beside or below the table are not its cells', async () => {
    const after =
      '<mergeCells><mergeCell ref="E1:F9"/><mergeCell ref="A9:B9"/><mergeCell ref="A2"/></mergeCells>'
    expect((await read(header + textRow(2, ['1']), { after })).faults).toEqual([])
  })

  it('TBL-12 every faulty row is told, and the rows between them are given', async () => {
    const rows = [2, 3, 4, 5].map(
      (row) => `<row r="${row}"><c>${row % 2 ? '<f>1</f>' : ''}<v>${row}</v></c></row>`,
    )
    const whole = await read(header + rows.join(''))
    expect(whole.lines).toEqual([2, 4])
    expect(whole.faults.map(({ line, column }) => [line, column])).toEqual([
      [3, 'a'],
      [5, 'a'],
    ])
  })
})
