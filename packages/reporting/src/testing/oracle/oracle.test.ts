import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { countTraps } from './count-traps.ts'
import { dateOfDay, dayNumber } from './day-number.ts'
import { differences } from './differences.ts'
import { effectiveRows } from './effective-rows.ts'
import { hostileLineList } from './hostile-line-list.ts'
import { requiredColumns, subjectColumn } from './line-list-columns.ts'
import { readCsvFolder } from './read-csv-folder.ts'
import { cell, type Row } from './row.ts'
import { slowIndicators } from './slow-indicators.ts'
import { clopperPearson, poissonInterval, quantile, studentQuantile } from './slow-statistics.ts'
import { writeCsvFolder } from './write-csv-folder.ts'

const DEMO = join(import.meta.dirname, '../../../../../demo/programme-2020-21')
const SEEDS = Array.from({ length: 50 }, (_, i) => i + 1)

describe('the oracle', () => {
  it('gives the published figures of the demonstration programme to a billionth', () => {
    const expected = JSON.parse(readFileSync(join(DEMO, 'expected.json'), 'utf8'))
    const { all_breakdowns, all_quarters, ...figures } = slowIndicators(readCsvFolder(DEMO), expected.period)
    expect(differences(expected, figures)).toEqual([])
    expect(Object.keys(all_breakdowns).sort()).toContain('F1')
    expect(Object.keys(all_quarters)).toEqual(Object.keys(figures.indicators))
  })

  it('counts days through leap years and takes a partial date as its first day', () => {
    expect(dayNumber('2020-03-01') - dayNumber('2020-02-28')).toBe(2)
    expect(dayNumber('2100-03-01') - dayNumber('2100-02-28')).toBe(1)
    expect(dayNumber('2021-04')).toBe(dayNumber('2021-04-01'))
    expect(dayNumber('2021')).toBe(dayNumber('2021-01-01'))
    for (let day = 40_000; day < 46_000; day++) expect(dayNumber(dateOfDay(day))).toBe(day)
    expect(() => dayNumber('2021-02-29')).toThrow('no such day')
  })

  it('reads a chain by its last row, and takes back the whole fact with any of its rows', () => {
    const on = (row_id: string, rest: Row): Row => ({ row_id, occurred_on: '2021-01-01', ...rest })
    const rows = [
      on('1', { note: 'first' }),
      on('2', { amends: '1', note: 'second' }),
      on('3', { amends: '2', note: 'third' }),
    ]
    const notes = (extra: Row[]) => effectiveRows([...rows, ...extra]).map(({ row }) => row.note)
    expect(notes([])).toEqual(['third'])
    for (const retracts of ['1', '2', '3']) expect(notes([{ row_id: '4', retracts }])).toEqual([])
    expect(
      notes([
        { row_id: '4', retracts: '2' },
        { row_id: '5', retracts: '4' },
      ]),
    ).toEqual([])
    const other = on('9', { note: 'other' })
    const corrected = [other, { row_id: '4', retracts: '1' }, { row_id: '5', amends: '4', retracts: '9' }]
    expect(notes(corrected)).toEqual(['third'])
  })

  it('agrees with published tables of Student, Poisson and Clopper and Pearson', () => {
    expect(studentQuantile(1)).toBeCloseTo(12.7062047362, 9)
    expect(studentQuantile(2)).toBeCloseTo(4.3026527297, 9)
    expect(studentQuantile(30)).toBeCloseTo(2.0422724563, 9)
    expect(poissonInterval(0).high).toBeCloseTo(3.6888794541, 9)
    expect(poissonInterval(10).low).toBeCloseTo(4.795389, 6)
    expect(poissonInterval(10).high).toBeCloseTo(18.390356, 6)
    expect(clopperPearson(0, 10).high).toBeCloseTo(1 - 0.025 ** 0.1, 12)
    expect(clopperPearson(8, 10).low).toBeCloseTo(0.443905, 6)
    expect(clopperPearson(8, 10).high).toBeCloseTo(0.974789, 6)
    expect(quantile([3, 1, 2, 4], 0.9)).toBeCloseTo(3.7, 12)
  })
})

describe('hostile line lists', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(hostileLineList(7)).toEqual(hostileLineList(7))
    expect(JSON.stringify(hostileLineList(7))).toBe(JSON.stringify(hostileLineList(7)))
    expect(hostileLineList(8)).not.toEqual(hostileLineList(7))
  })

  it('contain every trap', () => {
    const totals = new Map<string, number>()
    for (const seed of SEEDS) {
      for (const [trap, times] of Object.entries(countTraps(hostileLineList(seed)))) {
        totals.set(trap, (totals.get(trap) ?? 0) + times)
      }
    }
    expect(totals.size).toBeGreaterThan(170)
    expect([...totals].filter(([, times]) => times === 0).map(([trap]) => trap)).toEqual([])
  })

  it.each(SEEDS)('are valid line lists (seed %i)', (seed) => {
    const { tables, columnsByKind } = hostileLineList(seed)
    for (const [kind, rows] of Object.entries(tables)) expect(faults(kind, rows, columnsByKind)).toEqual([])
    const opened = effectiveRows(tables.case_opened ?? []).map(({ row }) => cell(row, 'case_code'))
    expect(new Set(opened).size).toBe(opened.length)
    const mentioned = Object.values(tables).flatMap((rows) => rows.map((row) => cell(row, 'case_code')))
    expect(mentioned.filter((code) => code !== '' && !opened.includes(code))).toEqual([])
  })

  it('say the same after they were written as files and read back', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sathi-hostile-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    for (const seed of SEEDS.slice(0, 8)) {
      const list = hostileLineList(seed)
      writeCsvFolder(list, join(folder, String(seed)), seed)
      const read = readCsvFolder(join(folder, String(seed)))
      for (const [kind, rows] of Object.entries(list.tables)) {
        expect(read[kind]?.map(filledCells)).toEqual(rows.map(filledCells))
      }
    }
  })
})

function filledCells(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== '')
      .sort(),
  )
}

/** What the dictionary would refuse in a file. */
function faults(kind: string, rows: Row[], columnsByKind: Record<string, string[]>): string[] {
  const byId = new Map(rows.map((row) => [cell(row, 'row_id'), row]))
  const found: string[] = []
  if (byId.size !== rows.length) found.push('a row_id stands twice')
  const amended = rows.map((row) => cell(row, 'amends')).filter((id) => id !== '')
  if (new Set(amended).size !== amended.length) found.push('a row is amended twice')
  for (const row of rows) {
    const id = cell(row, 'row_id')
    for (const column of Object.keys(row)) {
      if (columnsByKind[kind]?.includes(column) !== true) found.push(`${id}: unknown column ${column}`)
    }
    for (const target of [cell(row, 'amends'), cell(row, 'retracts')]) {
      if (target !== '' && !byId.has(target)) found.push(`${id}: no row ${target}`)
    }
    if (cell(row, 'retracts') !== '') continue
    for (const column of requiredColumns(kind)) {
      if (cell(row, column) === '') found.push(`${id}: ${column} is missing`)
    }
    const before = byId.get(cell(row, 'amends'))
    const subject = subjectColumn(kind)
    if (before !== undefined && cell(before, subject) !== cell(row, subject))
      found.push(`${id}: another subject`)
  }
  return found
}
