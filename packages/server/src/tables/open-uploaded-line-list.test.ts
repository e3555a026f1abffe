import { describe, expect, it } from 'vitest'
import { LARGEST_LIST_BYTES, LARGEST_TABLE_BYTES, LARGEST_WORKBOOK_BYTES } from './limits.ts'
import { openUploadedLineList, type UploadedFile } from './open-uploaded-line-list.ts'
import { oneSheet, textRow } from './testing/build-workbook.ts'
import { getFaults, getList, readAll, readFirst } from './testing/read-all.ts'

const MiB = 1024 * 1024

function upload(name: string, content: string | Uint8Array = 'a\n1\n'): UploadedFile {
  return { name, open: () => [Buffer.from(content)] }
}

/** A file that says nothing of its size, and counts how much of it was asked for. */
function long(name: string, bytes: number) {
  const piece = new Uint8Array(MiB)
  const taken = { bytes: 0 }
  const open = function* () {
    for (; taken.bytes < bytes; taken.bytes += piece.length) yield piece
  }
  return { file: { name, open }, taken }
}

async function refusals(files: UploadedFile[]) {
  return getFaults(await openUploadedLineList(files)).map(({ file, code }) => [file, code])
}

describe('what a browser sends', () => {
  it('TBL-1 several CSV files are a list, without the folders in their names', async () => {
    const files = [
      upload('list/visit.csv'),
      upload('list\\case_opened.csv'),
      upload('list/README.md'),
      upload('list/._visit.csv'),
    ]
    const list = getList(await openUploadedLineList(files))
    expect(list.tables.map(({ name, file }) => [name, file])).toEqual([
      ['visit', 'visit.csv'],
      ['case_opened', 'case_opened.csv'],
    ])
    for (const table of [...list.tables, ...list.tables])
      expect((await readAll(list.read(table))).rows).toEqual([['1']])
  })

  it('TBL-1 one workbook is a list', async () => {
    const workbook = oneSheet(textRow(1, ['a']) + textRow(2, ['1']))
    const opened = await openUploadedLineList([upload('list.xlsx', workbook)])
    expect((await readFirst(opened)).rows).toEqual([['1']])
  })

  it('TBL-1 files may come one by one, each read before the next', async () => {
    const order: string[] = []
    async function* arriving() {
      for (const name of ['a.csv', 'b.csv']) {
        order.push(`sent ${name}`)
        yield { name, open: () => [Buffer.from(`x\n${name}\n`)] }
        order.push(`taken ${name}`)
      }
    }
    const list = getList(await openUploadedLineList(arriving()))
    expect(list.tables).toHaveLength(2)
    expect(order).toEqual(['sent a.csv', 'taken a.csv', 'sent b.csv', 'taken b.csv'])
  })

  it('TBL-2 nothing, other files and mixtures are refused', async () => {
    const workbook = oneSheet(textRow(1, ['a']))
    expect((await refusals([])).map(([, code]) => code)).toEqual(['no-tables'])
    expect(await refusals([upload('photo.jpg')])).toEqual([['photo.jpg', 'unknown-file']])
    expect(await refusals([upload('old.xls')])).toEqual([['old.xls', 'unknown-file']])
    expect(await refusals([upload('a.csv'), upload('b.xlsx', workbook)])).toEqual([['b.xlsx', 'mixed-list']])
    expect(await refusals([upload('a.xlsx', workbook), upload('b.xlsx', workbook)])).toEqual([
      ['a.xlsx', 'several-workbooks'],
      ['b.xlsx', 'several-workbooks'],
    ])
    expect((await refusals([upload('x/a.csv'), upload('y/a.csv')])).map(([, code]) => code)).toEqual([
      'duplicate-table',
    ])
  })

  it('TBL-4 a file is refused as soon as it passes the limit', async () => {
    const { file, taken } = long('a.csv', 200 * MiB)
    expect(await refusals([file])).toEqual([['a.csv', 'too-large']])
    expect(taken.bytes).toBe(LARGEST_TABLE_BYTES)
    const workbook = long('a.xlsx', 200 * MiB)
    expect(await refusals([workbook.file])).toEqual([['a.xlsx', 'too-large']])
    expect(workbook.taken.bytes).toBe(LARGEST_WORKBOOK_BYTES)
  })

  it('TBL-4 a file that says it is too large is not opened', async () => {
    const { file, taken } = long('a.csv', 200 * MiB)
    expect(await refusals([{ ...file, bytes: 200 * MiB }])).toEqual([['a.csv', 'too-large']])
    expect(taken.bytes).toBe(0)
  })

  it('TBL-4 files that are too large together are refused as soon as they pass the limit', async () => {
    const files = ['a.csv', 'b.csv', 'c.csv', 'd.csv'].map((name) => long(name, LARGEST_TABLE_BYTES))
    expect(await refusals(files.map(({ file }) => file))).toEqual([['d.csv', 'too-large']])
    expect(files.reduce((sum, { taken }) => sum + taken.bytes, 0)).toBe(LARGEST_LIST_BYTES)
  })
})
