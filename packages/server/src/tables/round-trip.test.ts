import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { tidyText } from './cell-text.ts'
import { csvFolderWriter, csvWriter } from './csv/csv-writer.ts'
import { readCsv } from './csv/read-csv.ts'
import type { Cell } from './line-list-writer.ts'
import { openLineList } from './open-line-list.ts'
import { getList, readAll } from './testing/read-all.ts'
import { openWorkbook } from './workbook/open-workbook.ts'
import { workbookWriter } from './workbook/workbook-writer.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

type Table = { columns: string[]; rows: string[][] }

async function throughCsv({ columns, rows }: Table, byteOrderMark = false) {
  const out = new PassThrough()
  const written = buffer(out)
  const writer = csvWriter(out, columns, { byteOrderMark })
  await writer.write(rows)
  await writer.end()
  return readAll(readCsv('table.csv', [await written]))
}

async function workbookOf(tables: { name: string; columns: string[]; rows: Cell[][] }[]): Promise<Buffer> {
  const out = new PassThrough()
  const written = buffer(out)
  const book = workbookWriter(out)
  for (const { name, columns, rows } of tables) {
    const sheet = await book.table(name, columns)
    await sheet.write(rows)
    await sheet.end()
  }
  await book.end()
  return written
}

async function throughWorkbook(table: Table) {
  const list = getList(await openWorkbook('list.xlsx', await workbookOf([{ name: 'table', ...table }])))
  return readAll(list.read({ name: 'table', file: 'table' }))
}

// Texts that have broken tables before, beside any text at all.
const traps = [
  '=1+1',
  "'=1",
  "''x",
  '-',
  '-5',
  '+91 98',
  '@a',
  '007',
  '2021-03',
  '1e5',
  'TRUE',
  '#REF!',
  '_x0041_',
  '_x0041_x0042_',
]
const signs = [
  '"',
  ',',
  ';',
  '\n',
  '\t',
  "'",
  '=',
  '_x000D_',
  '&lt;',
  '<',
  ']]>',
  'ক্ষ',
  'e\u{301}',
  '\u{200d}',
  '👩‍🌾',
  ' ',
  '\u{feff}',
]
const cellText = fc
  .oneof(
    fc.constantFrom('', ...traps),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...signs, 'a', '1', '\r\n', '\r'), maxLength: 8 }),
  )
  .map(tidyText)
  .filter((cell) => !/[\p{Cc}\u{fffe}\u{ffff}]/u.test(cell.replace(/[\t\n]/g, '')))

const table: fc.Arbitrary<Table> = fc
  .uniqueArray(
    cellText.filter((name) => name !== ''),
    { minLength: 2, maxLength: 5 },
  )
  .chain((columns) => {
    const row = fc.array(cellText, { minLength: columns.length, maxLength: columns.length })
    return fc.record({ columns: fc.constant(columns), rows: fc.array(row, { maxLength: 8 }) })
  })

function isFilled(row: readonly string[]): boolean {
  return row.some((cell) => cell !== '')
}

describe('TBL-22 what is written is what is read', () => {
  it('as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), async (written, mark) => {
        const { columns, rows, faults } = await throughCsv(written, mark)
        expect({ columns, rows, faults }).toEqual({
          ...written,
          rows: written.rows.filter(isFilled),
          faults: [],
        })
      }),
      { numRuns: 400 },
    )
  })

  it('as a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (written) => {
        const { columns, rows, faults } = await throughWorkbook(written)
        expect({ columns, rows, faults }).toEqual({
          ...written,
          rows: written.rows.filter(isFilled),
          faults: [],
        })
      }),
      { numRuns: 150 },
    )
  })

  it('numbers, in plain digits, in both', async () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.constantFrom(0.1 + 0.2, 1e21, 1e-7, -0, 2 ** 53, 123456789012345.6, 5e-324),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 20 }), async (numbers) => {
        const rows = numbers.map((value) => [value])
        const csv = new PassThrough()
        const writer = csvWriter(csv, ['n'])
        await writer.write(rows)
        await writer.end()
        const fromCsv = await readAll(readCsv('n.csv', [await buffer(csv)]))
        const list = getList(
          await openWorkbook('n.xlsx', await workbookOf([{ name: 'n', columns: ['n'], rows }])),
        )
        const fromBook = await readAll(list.read({ name: 'n', file: 'n' }))
        expect(fromBook.rows).toEqual(fromCsv.rows)
        expect(fromCsv.rows.map(([cell]) => Number(cell))).toEqual(numbers.map((value) => value + 0))
        expect(fromCsv.rows.every(([cell = '']) => /^-?\d+(\.\d+)?$/.test(cell))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('a whole list, as a folder and as a workbook of many sheets', async () => {
    const tables = ['case_opened', 'visit', 'follow_up'].map((name) => ({
      name,
      columns: ['row_id', 'note'],
      rows: Array.from({ length: 1300 }, (_, index) => [
        `${name}-${index}`,
        index % 3 ? 'সাথী, "ভালো"\nখবর' : '',
      ]),
    }))
    const folder = join(mkdtempSync(join(tmpdir(), 'tables-')), 'list')
    folders.push(folder)
    const csv = csvFolderWriter(folder)
    for (const { name, columns, rows } of tables) {
      const writer = await csv.table(name, columns)
      await writer.write(rows.slice(0, 700))
      await writer.write(rows.slice(700))
      await writer.end()
    }
    await csv.end()
    const lists = [await openLineList(folder), await openWorkbook('list.xlsx', await workbookOf(tables))]
    for (const opened of lists) {
      const list = getList(opened)
      for (const { name, columns, rows } of tables) {
        const whole = await readAll(list.read({ name, file: name }))
        expect({ columns: whole.columns, rows: whole.rows }).toEqual({ columns, rows })
      }
    }
  })
})

describe('TBL-23 what is written', () => {
  it('a CSV file has CR LF at each line end, quotation marks where they are needed, and guards', async () => {
    const out = new PassThrough()
    const writer = csvWriter(out, ['a', 'b'])
    await writer.write([
      ['x, y', 'say "hi"'],
      ['=1+1', '-5'],
      [1e21, ''],
    ])
    await writer.end()
    expect(await text(out)).toBe('a,b\r\n"x, y","say ""hi"""\r\n\'=1+1,-5\r\n1000000000000000000000,\r\n')
  })

  it('a table without rows has its header', async () => {
    expect(await throughCsv({ columns: ['a', 'b'], rows: [] })).toMatchObject({
      columns: ['a', 'b'],
      faults: [],
    })
    expect(await throughWorkbook({ columns: ['a', 'b'], rows: [] })).toMatchObject({
      columns: ['a', 'b'],
      faults: [],
    })
  })

  it('a workbook opens elsewhere: texts are texts, numbers numbers, the header bold and in place', async () => {
    const rows = [['007', 2.5, '=1+1', '2021-03']]
    const book = new exceljs.Workbook()
    const bytes = await workbookOf([{ name: 'visit', columns: ['a', 'b', 'c', 'd'], rows }])
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    const sheet = book.getWorksheet('visit')
    expect(sheet?.getRow(2).values).toEqual([undefined, '007', 2.5, '=1+1', '2021-03'])
    expect(sheet?.getCell('A1').font.bold).toBe(true)
    expect(sheet?.getCell('A2').numFmt).toBe('@')
    expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
  })

  it('a file that is there already is not replaced', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tables-'))
    folders.push(folder)
    for (const [round, content] of ['first', 'second'].entries()) {
      const writer = await csvFolderWriter(folder).table('visit', ['a'])
      const written = writer.write([[content]]).then(() => writer.end())
      if (round === 0) await written
      else await expect(written).rejects.toThrow(/EEXIST/)
    }
    expect(readFileSync(join(folder, 'visit.csv'), 'utf8')).toBe('a\r\nfirst\r\n')
  })

  it('what a reader would refuse, or a name that is none, is a bug of the caller', async () => {
    const csv = () => csvWriter(new PassThrough(), ['a'])
    await expect(csv().write([['a\x07']])).rejects.toThrow(RangeError)
    await expect(csv().write([['x'.repeat(10_001)]])).rejects.toThrow(RangeError)
    await expect(csv().write([[Number.NaN]])).rejects.toThrow(RangeError)
    await expect(csv().write([['a', 'b']])).rejects.toThrow(RangeError)
    await expect(csvFolderWriter(tmpdir()).table('../x', ['a'])).rejects.toThrow(RangeError)
    await expect(workbookWriter(new PassThrough()).table('a/b', ['a'])).rejects.toThrow(RangeError)
    await expect(workbookWriter(new PassThrough()).table('x'.repeat(32), ['a'])).rejects.toThrow(RangeError)
  })

  it('a receiver that goes away ends the writing with an error', async () => {
    const gone = () =>
      new Writable({ write: (_, __, callback) => callback(new Error('the receiver went away')) })
    const rows = Array.from({ length: 5000 }, (_, index) => [`row ${index}`])
    const csv = csvWriter(gone(), ['a'])
    await expect(csv.write(rows).then(() => csv.end())).rejects.toThrow('went away')
    const book = workbookWriter(gone())
    const writing = async () => {
      const sheet = await book.table('a', ['a'])
      await sheet.write(rows)
      await sheet.end()
      await book.end()
    }
    await expect(writing()).rejects.toThrow('went away')
  })
})
