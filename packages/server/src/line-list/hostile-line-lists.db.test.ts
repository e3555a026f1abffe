import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { getDay, getKind } from '@sathi/domain'
import { computeReport } from '@sathi/reporting/report'
import { expect, test } from 'vitest'
import { disagreements } from '../../../reporting/src/testing/oracle/disagreements.ts'
import {
  type HostileLineList,
  hostileLineList,
} from '../../../reporting/src/testing/oracle/hostile-line-list.ts'
import { writeCsvFolder } from '../../../reporting/src/testing/oracle/write-csv-folder.ts'
import { type Cell, workbookWriter } from '../tables/index.ts'
import { aFolder, aStore, type ListStore } from './testing/a-store.ts'

const folders = [101, 102, 103, 104, 105, 106, 107, 108, 109]
const workbooks = [110, 111, 112, 113]

async function expectTheOraclesFigures(list: HostileLineList, store: ListStore): Promise<void> {
  const { from, to } = list.period
  const report = computeReport(await store.readBook(), { from: getDay(from), to: getDay(to) })
  expect(disagreements(list, report)).toEqual([])
  expect(await store.findings()).toEqual([])
}

test.each(folders)(
  'LIN-3 LIN-5 LIN-6 a hostile list read from disk gives the figures of the oracle (seed %i)',
  async (seed) => {
    const list = hostileLineList(seed)
    const folder = aFolder()
    writeCsvFolder(list, folder, seed)
    const store = await aStore()
    expect(await store.importPath(folder)).toMatchObject({ state: 'stored', alreadyStored: 0 })
    await expectTheOraclesFigures(list, store)

    const again = await aStore()
    await again.importPath(await store.exportTo(join(aFolder(), 'list')))
    expect(await again.readSheets()).toEqual(await store.readSheets())
  },
)

test.each(workbooks)(
  'LIN-10 a hostile list as a workbook gives the figures of the oracle (seed %i)',
  async (seed) => {
    const list = hostileLineList(seed)
    const path = join(aFolder(), 'list.xlsx')
    await writeWorkbook(list, path)
    const store = await aStore()
    expect(await store.importPath(path)).toMatchObject({ state: 'stored', alreadyStored: 0 })
    await expectTheOraclesFigures(list, store)

    const again = await aStore()
    await again.importPath(await store.exportTo(join(aFolder(), 'again.xlsx')))
    expect(await again.readSheets()).toEqual(await store.readSheets())
  },
)

/** Numbers as numbers, all else as text, as people keep their sheets. */
async function writeWorkbook({ tables, columnsByKind }: HostileLineList, path: string): Promise<void> {
  const writer = workbookWriter(createWriteStream(path))
  for (const [kind, rows] of Object.entries(tables)) {
    const columns = columnsByKind[kind] ?? []
    const fields = getKind(kind).open
    const cellOf = (column: string, text: string): Cell => {
      const field = fields[column]
      return text !== '' && field?.shape.type === 'number' && !field.several ? Number(text) : text
    }
    const table = await writer.table(kind, columns)
    await table.write(rows.map((row) => columns.map((column) => cellOf(column, row[column] ?? ''))))
    await table.end()
  }
  await writer.end()
}
