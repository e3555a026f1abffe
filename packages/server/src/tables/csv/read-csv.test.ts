import { describe, expect, it } from 'vitest'
import { LONGEST_CELL, LONGEST_ROW_BYTES, MOST_COLUMNS } from '../limits.ts'
import { readAll } from '../testing/read-all.ts'
import { readCsv } from './read-csv.ts'

/** Reads the text in pieces of one size, since a row, a character or a line break may be cut anywhere. */
function read(text: string | Uint8Array, pieceBytes = 65_536) {
  const bytes = Buffer.from(text)
  const pieces: Uint8Array[] = []
  for (let from = 0; from < bytes.length; from += pieceBytes)
    pieces.push(bytes.subarray(from, from + pieceBytes))
  return readAll(readCsv('follow_up.csv', pieces))
}

async function placesOf(text: string | Uint8Array) {
  const { faults } = await read(text)
  return faults.map(({ code, line, column }) => ({ code, line, column }))
}

describe('what is taken', () => {
  it.each([1, 2, 3, 4, 5, 7, 64])(
    'TBL-6 a file cut into pieces of %d bytes gives the same table',
    async (size) => {
      const text = '\u{feff}row_id,কথা\r\n1,"সাথী, ""ভালো"""\r\n2,"two\r\nlines"\n3,\r4,x'
      const whole = await read(text, size)
      expect(whole.columns).toEqual(['row_id', 'কথা'])
      expect(whole.rows).toEqual([
        ['1', 'সাথী, "ভালো"'],
        ['2', 'two\nlines'],
        ['3', ''],
        ['4', 'x'],
      ])
      expect(whole.lines).toEqual([2, 3, 5, 6])
      expect(whole.faults).toEqual([])
    },
  )

  it('TBL-5 a byte order mark is no part of the first name', async () => {
    expect((await read('\u{feff}"row_id",b\n1,2\n')).columns).toEqual(['row_id', 'b'])
  })

  it('TBL-7 the line of a row is the line on which it begins, whatever stands before it', async () => {
    const whole = await read('\n\r\na,b\n\n\n"1\n2\r3\r\n4",x\n\r\n5,6\r\n   \n7,8')
    expect(whole.headerLine).toBe(3)
    expect(whole.lines).toEqual([6, 11, 13])
  })

  it('TBL-9 rows without anything in them are left out', async () => {
    const whole = await read('a,b\n,\n  , \n"",""\n\n1,2\n,\n')
    expect(whole.rows).toEqual([['1', '2']])
    expect(whole.lines).toEqual([6])
    expect(whole.faults).toEqual([])
  })

  it('TBL-10 white space around names and cells is taken off, inside it stays', async () => {
    const whole = await read(' a ,\u{a0}b\n x  y ,"\n z\t"\n')
    expect(whole.columns).toEqual(['a', 'b'])
    expect(whole.rows).toEqual([['x  y', 'z']])
  })

  it('TBL-10 letters come in one form, however they were typed', async () => {
    const whole = await read('a,b\ncafe\u{301},\u{9c7}\u{9be}\n')
    expect(whole.rows).toEqual([['caf\u{e9}', '\u{9cb}']])
  })

  it('TBL-11 an apostrophe that guards against a formula is taken off, any other stays', async () => {
    const whole = await read("a\n'=1+1\n''=x\n'tis\n-5\n'+91 98\n'\n")
    expect(whole.rows.flat()).toEqual(['=1+1', "'=x", "'tis", '-5', '+91 98', "'"])
  })

  it('TBL-8 a header without rows is a table', async () => {
    const whole = await read('a,b')
    expect(whole).toMatchObject({ columns: ['a', 'b'], rows: [], faults: [] })
  })
})

describe('what is refused', () => {
  const long = 'x'.repeat(LONGEST_CELL + 1)
  const latin = (text: string) => Buffer.from(text, 'latin1')
  const utf16 = (text: string) => Buffer.from(text, 'utf16le')
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))))
  const wide = Array.from({ length: MOST_COLUMNS + 1 }, (_, index) => `c${index}`).join(',')

  it.each<[string, string | Uint8Array, object]>([
    ['TBL-5 Windows-1252', latin('a,b\n1,2\n"3\n4",caf\xe9\n'), { code: 'not-utf-8', line: 4 }],
    ['TBL-5 a character cut off at the end', bytes('a\n1\n2', 0xe0, 0xa6), { code: 'not-utf-8', line: 3 }],
    ['TBL-5 a character of too many bytes', bytes('a\n', 0xc0, 0x80, '\n'), { code: 'not-utf-8', line: 2 }],
    ['TBL-5 half a surrogate pair', bytes('a\n', 0xed, 0xa0, 0x80, '\n'), { code: 'not-utf-8', line: 2 }],
    ['TBL-5 UTF-16, small end first', utf16('\u{feff}a,b\n1,2\n'), { code: 'not-utf-8', line: 1 }],
    ['TBL-5 UTF-16, big end first', utf16('\u{feff}a,b\n1,2\n').swap16(), { code: 'not-utf-8', line: 1 }],
    ['TBL-5 UTF-16 without a mark', utf16('a\n1\n'), { code: 'null-byte', line: 1, column: null }],
    [
      'TBL-5 a workbook by another name',
      bytes('PK\x03\x04', 0x14, 0),
      { code: 'workbook-named-csv', line: 1 },
    ],
    [
      'TBL-5 an old workbook by another name',
      bytes(0xd0, 0xcf, 0x11, 0xe0),
      { code: 'workbook-named-csv', line: 1 },
    ],
    [
      'TBL-6 a quotation mark that never closes',
      'a,b\n1,2\n3,"4\n5,6\n',
      { code: 'unclosed-quote', line: 3 },
    ],
    ['TBL-6 text after a closing quotation mark', 'a,b\n"1\n"2,3\n', { code: 'text-after-quote', line: 2 }],
    ['TBL-6 a quotation mark inside a bare cell', 'a,b\n1,2\n3,4"5\n', { code: 'stray-quote', line: 3 }],
    ['TBL-6 a quotation mark in the header', 'a,b"c\n1,2\n', { code: 'stray-quote', line: 1 }],
    ['TBL-8 an empty file', '', { code: 'no-header', line: null }],
    ['TBL-8 a file of one byte', 'a', []],
    ['TBL-8 a file of blank lines', '\n\r\n \n,\n', { code: 'no-header', line: null }],
    ['TBL-8 a column without a name', 'a,,c\n1,2,3\n', { code: 'empty-header', line: 1 }],
    ['TBL-8 a last column without a name', 'a,b,\n1,2,\n', { code: 'empty-header', line: 1 }],
    ['TBL-8 a column twice', 'a,b, a\n1,2,3\n', { code: 'duplicate-column', line: 1, column: 'a' }],
    ['TBL-8 too many columns', `${wide}\n`, { code: 'too-many-columns', line: 1 }],
    ['TBL-8 semicolons between columns', 'a;b\n1;2\n', { code: 'wrong-separator', line: 1 }],
    ['TBL-8 tabs between columns', 'a\tb\n1\t2\n', { code: 'wrong-separator', line: 1 }],
    ['TBL-8 a control character in the header', 'a,b\x01\n1,2\n', { code: 'control-character', line: 1 }],
    ['TBL-9 a cell too many', 'a,b\n1,2\n\n"3\n",4,5\n', { code: 'too-many-cells', line: 4 }],
    ['TBL-9 a cell too few', 'a,b\n1,2\n3\n', { code: 'too-few-cells', line: 3 }],
    ['TBL-9 an empty cell too many', 'a,b\n1,2,\n', { code: 'too-many-cells', line: 2 }],
    ['TBL-10 a null byte', 'a,b\n"1\n",2\n3,\0\n', { code: 'null-byte', line: 4, column: 'b' }],
    ['TBL-10 a null byte after a quoted cell', 'a,b\n1,"2"\0\n', { code: 'null-byte', line: 2, column: 'b' }],
    ['TBL-10 a bell', 'a,b\n1\x07,2\n', { code: 'control-character', line: 2, column: 'a' }],
    [
      'TBL-10 a control character of the second set',
      'a\n1\u{85}2\n',
      { code: 'control-character', column: 'a' },
    ],
    ['TBL-10 a number that is no character', 'a\n\u{ffff}\n', { code: 'control-character', column: 'a' }],
    ['TBL-10 a cell too long', `a,b\n1,2\n3,${long}\n`, { code: 'cell-too-long', line: 3, column: 'b' }],
    [
      'TBL-4 a row too long',
      `a\n1\n${'x'.repeat(LONGEST_ROW_BYTES + 65_536)}`,
      { code: 'row-too-long', line: 3 },
    ],
    [
      'TBL-4 a row of commas',
      `a\n${','.repeat(LONGEST_ROW_BYTES + 65_536)}`,
      { code: 'row-too-long', line: 2 },
    ],
    [
      'TBL-4 a file of null bytes',
      new Uint8Array(LONGEST_ROW_BYTES + 65_536),
      { code: 'null-byte', line: 1 },
    ],
  ])('%s', async (_, text, expected) => {
    const faults = await placesOf(text)
    expect(faults).toEqual(Array.isArray(expected) ? expected : [expect.objectContaining(expected)])
  })

  it('TBL-12 every faulty row is told, and the rows between them are given', async () => {
    const whole = await read('a,b\n1,2\n3\n4,5\n\x01,\x02\n6,7\n8,9,10\n')
    expect(whole.rows).toEqual([
      ['1', '2'],
      ['4', '5'],
      ['6', '7'],
    ])
    expect(whole.faults.map(({ line, column }) => [line, column])).toEqual([
      [3, null],
      [5, 'a'],
      [5, 'b'],
      [7, null],
    ])
  })

  it('TBL-12 rows before a fatal fault are given, and the table ends there', async () => {
    const whole = await read(Buffer.from('a,b\n1,2\n3,\xe9\n4,5\n', 'latin1'))
    expect(whole).toMatchObject({ rows: [['1', '2']], cutShort: true })
  })

  it('TBL-12 what is found is shown short and without control characters', async () => {
    const { faults } = await read(`${'a\x1b[31m;'.repeat(100)}\n`)
    expect(faults[0]?.found.length).toBeLessThanOrEqual(80)
    expect(faults[0]?.found).not.toMatch(/\p{Cc}/u)
  })

  it('TBL-8 every fault of a header is told', async () => {
    expect((await placesOf('a,,a,\x01,b\n1,2,3,4,5\n')).map(({ code }) => code)).toEqual([
      'empty-header',
      'duplicate-column',
      'control-character',
    ])
  })
})

it('TBL-1 progress is told in bytes, up to the last one', async () => {
  const seen: number[] = []
  await readAll(readCsv('x.csv', [Buffer.from('a\n1\n'), Buffer.from('2\n')], (bytes) => seen.push(bytes)))
  expect(seen).toEqual([4, 6])
})
