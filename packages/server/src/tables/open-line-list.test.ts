import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LARGEST_TABLE_BYTES, LARGEST_WORKBOOK_BYTES } from './limits.ts'
import { openLineList } from './open-line-list.ts'
import { oneSheet, textRow } from './testing/build-workbook.ts'
import { getFaults, getList, readAll, readFirst } from './testing/read-all.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string | Uint8Array = 'row_id\n1\n'): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

async function refusals(path = folder) {
  return getFaults(await openLineList(path)).map(({ file, code }) => [file, code])
}

describe('what is a list', () => {
  it('TBL-1 the tables of a folder are known before a row is read, and can be read in any order, again and again', async () => {
    write('visit.csv', 'a\n1\n2\n')
    write('case_opened.CSV', 'b\n3\n')
    const list = getList(await openLineList(folder))
    expect(list.tables).toEqual([
      { name: 'case_opened', file: 'case_opened.CSV', bytes: 4 },
      { name: 'visit', file: 'visit.csv', bytes: 6 },
    ])
    expect(list.totalBytes).toBe(10)
    for (const table of [...list.tables, ...list.tables.toReversed()]) {
      const { rows } = await readAll(list.read(table))
      expect(rows).toEqual(table.name === 'visit' ? [['1'], ['2']] : [['3']])
    }
    await list.close()
  })

  it('TBL-1 two tables are read at the same time', async () => {
    write('a.csv', 'x\n1\n')
    write('b.csv', 'x\n2\n')
    const list = getList(await openLineList(folder))
    const wholes = await Promise.all(list.tables.map((table) => readAll(list.read(table))))
    expect(wholes.map(({ rows }) => rows)).toEqual([[['1']], [['2']]])
  })

  it('TBL-1 a workbook and a single CSV file are lists, also through a link', async () => {
    const workbook = write('list.xlsx', oneSheet(textRow(1, ['a']) + textRow(2, ['1'])))
    symlinkSync(workbook, join(folder, 'link.xlsx'))
    for (const path of [workbook, join(folder, 'link.xlsx'), write('one.csv', 'a\n1\n')]) {
      expect((await readFirst(await openLineList(path))).rows).toEqual([['1']])
    }
  })

  it('TBL-2 notes, other files and traces of programs beside the tables are ignored', async () => {
    write('follow_up.csv')
    for (const name of [
      'README.md',
      'expected.json',
      '._follow_up.csv',
      '~$list.xlsx',
      '.hidden.csv',
      'a.csv.bak',
    ]) {
      write(name, 'nothing')
    }
    await mkdir(join(folder, 'older'))
    symlinkSync('/dev/zero', join(folder, 'zero'))
    expect(getList(await openLineList(folder)).tables.map(({ name }) => name)).toEqual(['follow_up'])
  })
})

describe('what is no list', () => {
  it('TBL-2 links, folders and pipes under the name of a table are refused', async () => {
    write('follow_up.csv')
    symlinkSync(join(folder, 'follow_up.csv'), join(folder, 'link.csv'))
    await mkdir(join(folder, 'folder.csv'))
    execFileSync('mkfifo', [join(folder, 'pipe.csv')])
    symlinkSync('/dev/zero', join(folder, 'zero.csv'))
    expect(await refusals()).toEqual(
      ['folder.csv', 'link.csv', 'pipe.csv', 'zero.csv'].map((file) => [file, 'not-a-file']),
    )
    expect(await refusals(join(folder, 'pipe.csv'))).toEqual([['pipe.csv', 'not-a-file']])
  })

  it('TBL-2 a table in another form is not passed over', async () => {
    write('follow_up.csv')
    for (const name of ['a.xlsx', 'b.xls', 'c.ods', 'd.tsv', 'e.xlsm']) write(name)
    expect(await refusals()).toEqual([
      ['a.xlsx', 'mixed-list'],
      ['b.xls', 'unknown-file'],
      ['c.ods', 'unknown-file'],
      ['d.tsv', 'unknown-file'],
      ['e.xlsm', 'unknown-file'],
    ])
  })

  it('TBL-3 two tables of one name are refused, capitals or not', async () => {
    write('Follow_up.csv')
    write('follow_up.csv')
    expect((await refusals()).map(([, code]) => code)).toEqual(['duplicate-table'])
  })

  it('TBL-2 a folder without tables, a missing path and another file are refused', async () => {
    expect((await refusals()).map(([, code]) => code)).toEqual(['no-tables'])
    expect(await refusals(join(folder, 'nowhere'))).toEqual([['nowhere', 'not-found']])
    expect(await refusals(write('notes.txt'))).toEqual([['notes.txt', 'unknown-file']])
  })

  it('TBL-4 files that are too large are refused unread, each by its name', async () => {
    for (const name of ['a.csv', 'b.csv']) truncateSync(write(name), LARGEST_TABLE_BYTES + 1)
    truncateSync(write('c.csv'), LARGEST_TABLE_BYTES)
    write('d.csv')
    expect(await refusals()).toEqual([
      ['a.csv', 'too-large'],
      ['b.csv', 'too-large'],
    ])
  })

  it('TBL-4 many files that are too large together are refused', async () => {
    for (const name of ['a.csv', 'b.csv', 'c.csv', 'd.csv']) truncateSync(write(name), LARGEST_TABLE_BYTES)
    expect((await refusals()).map(([, code]) => code)).toEqual(['too-large'])
  })

  it('TBL-4 a workbook that is too large is refused unread', async () => {
    const path = write('list.xlsx')
    truncateSync(path, LARGEST_WORKBOOK_BYTES + 1)
    expect(await refusals(path)).toEqual([['list.xlsx', 'too-large']])
  })

  it('TBL-4 too many files are refused', async () => {
    for (let index = 0; index < 201; index++) write(`t${index}.csv`)
    expect((await refusals()).map(([, code]) => code)).toEqual(['too-many-tables'])
  })
})

describe('while it is read', () => {
  it('TBL-12 a file that has gone is a fault of its table', async () => {
    const path = write('follow_up.csv')
    const list = getList(await openLineList(folder))
    rmSync(path)
    const [table] = list.tables
    if (!table) throw new Error('no table')
    const whole = await readAll(list.read(table))
    expect(whole.faults).toMatchObject([{ file: 'follow_up.csv', code: 'not-found' }])
    expect(whole.cutShort).toBe(true)
  })

  it('TBL-2 a link put in the place of a file is not followed', async () => {
    const path = write('follow_up.csv')
    const list = getList(await openLineList(folder))
    rmSync(path)
    symlinkSync(write('secret.txt'), path)
    const [table] = list.tables
    if (!table) throw new Error('no table')
    expect((await readAll(list.read(table))).faults).toMatchObject([{ code: 'unreadable-file' }])
  })

  it.runIf(process.platform === 'linux')('TBL-13 a reader who stops early leaves no file open', async () => {
    write('follow_up.csv', `a\n${'1\n'.repeat(500_000)}`)
    const list = getList(await openLineList(folder))
    const openFiles = () => readdirSync('/proc/self/fd').length
    const before = openFiles()
    for (let round = 0; round < 20; round++) {
      for (const table of list.tables) {
        for await (const part of list.read(table)) if (part.kind === 'rows') break
      }
    }
    expect(openFiles()).toBeLessThanOrEqual(before)
  })
})
