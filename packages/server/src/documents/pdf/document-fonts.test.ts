import { expect, test } from 'vitest'
import { documentFonts } from './document-fonts.ts'
import { woffToTtf } from './woff-to-ttf.ts'

test('every table of every font has the checksum that the font gives for it', () => {
  const fonts = documentFonts()
  expect(fonts).toHaveLength(6)
  for (const font of fonts) {
    for (const { tag, checksum, table } of tablesOf(font)) {
      expect(`${tag} ${sumOf(tag, table)}`).toBe(`${tag} ${checksum}`)
    }
  }
})

test('something else is not taken for a font', () => {
  expect(() => woffToTtf(Buffer.from('wOF2 and so on'))).toThrow('not a WOFF 1.0 font')
})

function tablesOf(font: Buffer): { tag: string; checksum: number; table: Buffer }[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = 12 + 16 * index
    const start = font.readUInt32BE(at + 8)
    return {
      tag: font.toString('latin1', at, at + 4),
      checksum: font.readUInt32BE(at + 4),
      table: font.subarray(start, start + Math.ceil(font.readUInt32BE(at + 12) / 4) * 4),
    }
  })
}

/** The sum of a table's 32-bit words; the head table is summed without the checksum of the whole file in it. */
function sumOf(tag: string, table: Buffer): number {
  let sum = 0
  for (let at = 0; at < table.length; at += 4) {
    if (tag !== 'head' || at !== 8) sum = (sum + table.readUInt32BE(at)) % 2 ** 32
  }
  return sum
}
