import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from './csv/read-csv.ts'
import { buildWorkbook, textRow } from './testing/build-workbook.ts'
import { readAll } from './testing/read-all.ts'
import { openWorkbook } from './workbook/open-workbook.ts'

const csv = Buffer.from(
  `row_id,name,note\r\n${Array.from({ length: 40 }, (_, row) => `${row},"সাথী ""${row}""","two\nlines"\r\n`).join('')}`,
)
const book = buildWorkbook({
  sheets: [
    {
      name: 'visit',
      data: `${textRow(1, ['a', 'b'])}${textRow(2, ['1', 'সাথী'])}<row r="3"><c t="s"><v>0</v></c></row>`,
    },
    { name: 'case', data: `${textRow(1, ['a'])}<row r="2"><c s="1"><v>44197</v></c></row>` },
  ],
  strings: '<si><r><t>ri</t></r><r><t>ch</t></r></si>',
  formats: [0, 'yyyy-mm-dd'],
})

type Damage = { at: number; remove: number; put: Uint8Array }

/** A few places where bytes are changed, lost or put in. */
const damages = (length: number): fc.Arbitrary<Damage[]> =>
  fc.array(
    fc.record({
      at: fc.nat(length - 1),
      remove: fc.nat(6),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 6 }),
        fc.constantFrom(...['"', '""', '\n', '\r', ',', '\0', '<', '&'].map((c) => Buffer.from(c))),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )

function damaged(bytes: Buffer, places: readonly Damage[]): Buffer {
  return places.reduce<Buffer>(
    (left, { at, remove, put }) => Buffer.concat([left.subarray(0, at), put, left.subarray(at + remove)]),
    bytes,
  )
}

describe('TBL-24 damaged bytes give rows or faults, never an exception, and come to an end', () => {
  it('of a CSV file', async () => {
    await fc.assert(
      fc.asyncProperty(damages(csv.length), fc.integer({ min: 1, max: 500 }), async (places, pieceBytes) => {
        const bytes = damaged(csv, places)
        const pieces: Buffer[] = []
        for (let from = 0; from < bytes.length; from += pieceBytes)
          pieces.push(bytes.subarray(from, from + pieceBytes))
        const whole = await readAll(readCsv('x.csv', pieces))
        expect(whole.rows.length + whole.faults.length).toBeGreaterThan(0)
        expect(whole.lines).toEqual(whole.lines.toSorted((a, b) => a - b))
      }),
      { numRuns: 500 },
    )
  })

  it('of any bytes at all under the name of a CSV file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await readAll(readCsv('x.csv', [bytes]))
      }),
      { numRuns: 300 },
    )
  })

  it('of a workbook, where the checksums see every change of a cell', async () => {
    const expected = JSON.stringify(await wholeBook(book))
    await fc.assert(
      fc.asyncProperty(damages(book.length), async (places) => {
        const { outcome, faults } = await wholeBook(damaged(book, places))
        expect(faults > 0 || JSON.stringify({ outcome, faults }) === expected).toBe(true)
      }),
      { numRuns: 700 },
    )
  })
})

async function wholeBook(bytes: Buffer) {
  const opened = await openWorkbook('x.xlsx', bytes)
  if (opened.kind === 'refused') return { outcome: undefined, faults: opened.faults.length }
  const outcome: string[][][] = []
  let faults = 0
  for (const table of opened.list.tables) {
    const whole = await readAll(opened.list.read(table))
    outcome.push([[...whole.columns], ...whole.rows.map((row) => [...row])])
    faults += whole.faults.length
  }
  return { outcome, faults }
}
