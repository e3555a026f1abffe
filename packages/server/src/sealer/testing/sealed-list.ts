import { join } from 'node:path'
import { type AnyKind, kinds } from '@sathi/domain'
import { readCsvFolder } from '../../../../reporting/src/testing/oracle/read-csv-folder.ts'
import { csvOf, type Files } from '../../line-list/testing/a-line-list.ts'

const demo = join(import.meta.dirname, '../../../../../demo/programme-2020-21')

/** A word that stands nowhere else on this computer. */
export const marker = 'QXZV-MARKER'

/**
 * A list with a row of every kind that has sealed columns, all of them filled in with words that bear the marker, and the
 * openings of the cases that they are about. Rows of the invented programme, so every one is good.
 */
export function everySealedColumn(): Files {
  const tables = readCsvFolder(demo)
  const files: Record<string, string> = {}
  const wanted = new Set<string>()
  for (const kind of Object.values(kinds) as readonly AnyKind[]) {
    const columns = columnsOf(kind)
    if (columns.length === 0 || kind.opens) continue
    const rows = (tables[kind.name] ?? []).filter((row) => !row.amends && !row.retracts).slice(0, 2)
    if (rows.length === 0) throw new Error(`the programme has no ${kind.name}`)
    for (const row of rows) if (row.case_code) wanted.add(row.case_code)
    files[kind.name] = csvOf(
      rows.map((row) => ({ ...row, ...cellsOf(kind.name, columns, row.row_id ?? '') })),
    )
  }
  const opened = (tables.case_opened ?? []).filter((row) => wanted.has(row.case_code ?? '') && !row.amends)
  files.case_opened = csvOf(
    opened.map((row) => ({
      ...row,
      ...cellsOf('case_opened', columnsOf(kinds.case_opened), row.row_id ?? ''),
      phone: `017${String(7_000_000 + Number((row.row_id ?? '').replaceAll(/\D/g, ''))).padStart(8, '0')};+919812345678`,
    })),
  )
  return files
}

/** The telephones of such a list, which hold no letters. */
export function phonesIn(files: Files): readonly string[] {
  return [...(files.case_opened ?? '').matchAll(/017\d{8}/g)].map(([phone]) => phone)
}

export function columnsOf(kind: AnyKind): readonly string[] {
  return Object.values(kind.sealed).flatMap(({ columns }) => columns)
}

function cellsOf(kind: string, columns: readonly string[], rowId: string): Record<string, string> {
  return Object.fromEntries(
    columns.map((column) => [column, `${marker} ${kind} ${column} ${rowId.replaceAll(';', '')} রহিমা`]),
  )
}

/** A small list by hand: two invented cases with names, and a visit with its story. */
export const namedCases = `row_id,case_code,occurred_on,pathway,gender,is_child,age,home_district,name_formal,name_call,mother_name,phone,story
CO-1,S-1,2021-01-01,shelter,Feminine,no,22,BD4041,Rahima Khatun;রহিমা খাতুন,Moyna,Salma Bibi,01711-000001,She came home on a Tuesday.
CO-2,S-2,2021-01-02,border,Feminine,no,31,BD4087,Kajol Das,,,,
`

export const visits = `row_id,case_code,occurred_on,channel,reached,author,narrative
FU-1,S-1,2021-02-01,home_visit,survivor,cw-02,"She said: ""all is well"", and laughed."
FU-2,S-2,2021-02-02,phone,nobody,cw-02,
`

export const notes = `row_id,case_code,occurred_on,session_number,notes
CS-1,S-1,2021-03-01,1,Slept better.
`
