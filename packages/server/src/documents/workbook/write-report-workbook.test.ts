import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { languages } from '@sathi/domain'
import { indicatorIds } from '@sathi/reporting/figures'
import { type Published, publishFigures } from '@sathi/reporting/report'
import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import type { ReportDocument } from '../report-document.ts'
import { speechOf } from '../speech.ts'
import { demoDocument, emptyDocument } from '../testing/demo-document.ts'
import { reportWords } from '../words/report-words.ts'
import { type MeasureName, measureWords, workbookWords } from '../words/workbook-words.ts'
import { writeReportWorkbook } from './write-report-workbook.ts'

type Row = Readonly<Record<string, unknown>>

async function readBack(document: ReportDocument): Promise<exceljs.Workbook> {
  const out = new PassThrough()
  const written = buffer(out)
  await writeReportWorkbook(document, out)
  const book = new exceljs.Workbook()
  await book.xlsx.load((await written) as unknown as exceljs.Buffer)
  return book
}

/** The rows of a sheet by the names of its header, which is the second row. */
function rowsOf(book: exceljs.Workbook, name: string): Row[] {
  const [, header = [], ...rows] = getSheet(book, name).getSheetValues().slice(1) as unknown[][]
  return rows.map((row) =>
    Object.fromEntries(Array.from(header, (title, index) => [String(title), row[index]])),
  )
}

function getSheet(book: exceljs.Workbook, name: string): exceljs.Worksheet {
  const sheet = book.getWorksheet(name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

const english = speechOf('en')
const named = (measure: MeasureName) => measureWords[measure].en

/** Where the published figures hold what a measure says: value, low and high, and what a hundred of it are one of. */
const published: Readonly<Partial<Record<MeasureName, readonly [string, string?, string?, number?]>>> = {
  count: ['value'],
  share: ['proportion', 'low', 'high'],
  median_days: ['median'],
  ninetieth_days: ['p90'],
  mean_change: ['mean', 'low', 'high'],
  mean_gain: ['normalised_gain'],
  person_years: ['value'],
  person_days: ['days'],
  events: ['value', 'low', 'high'],
  per_100_years: ['rate_per_100', 'rate_low', 'rate_high'],
  per_100_months: ['rate', 'rate_low', 'rate_high', 100],
  ratio: ['ratio', 'low', 'high'],
  trained_months: ['trained_officer_months'],
  untrained_months: ['untrained_officer_months'],
  trained_days: ['trained_officer_days'],
  untrained_days: ['untrained_officer_days'],
  changes: ['value'],
  borne_out: ['substantiated_independently'],
}

/** A published figure's members that are numbers, and its groups. */
function partsOf(figure: Published): { whole: Published; groups: [string, Published][] } {
  const nested = Object.entries(figure).filter((member): member is [string, Published] => {
    return typeof member[1] === 'object' && member[1] !== null
  })
  const groups = nested.flatMap(([name, value]) =>
    name.startsWith('by_')
      ? (Object.entries(value) as [string, Published][])
      : [[name, value] as [string, Published]],
  )
  const whole = Object.fromEntries(
    Object.entries(figure).filter(([, value]) => typeof value !== 'object' || value === null),
  )
  return { whole, groups }
}

function expectFigure(rows: readonly Row[], figure: Published): void {
  let compared = 0
  for (const [measure, [value, low, high, hundred = 1]] of Object.entries(published)) {
    const row = rows.find(({ Measure }) => Measure === named(measure as MeasureName))
    if (row === undefined) continue
    const cells = [
      [row.Value, figure[value]],
      ...(low === undefined ? [] : [[row['95% low'], figure[low]]]),
      ...(high === undefined ? [] : [[row['95% high'], figure[high]]]),
      ...(figure.numerator === undefined ? [] : [[row.Numerator, figure.numerator]]),
      ...(figure.denominator === undefined ? [] : [[row.Denominator, figure.denominator]]),
      ...(figure.missing === undefined || measure === 'mean_gain' ? [] : [[row.Missing, figure.missing]]),
    ]
    for (const [cell, expected] of cells) {
      if (expected === null || expected === undefined) expect(cell ?? null).toBeNull()
      else {
        expect(typeof cell).toBe('number')
        expect(Math.abs(Number(cell) / hundred - Number(expected))).toBeLessThan(1e-9)
      }
      compared += 1
    }
  }
  expect(compared).toBeGreaterThan(0)
}

describe('the figures that are published', async () => {
  const document = demoDocument()
  const book = await readBack(document)
  const figures = publishFigures(document.report) as Record<
    'indicators' | 'breakdowns' | 'by_quarter',
    Published
  >
  const groupName = (id: string, group: string): string => {
    const whole = document.report.figures[id as 'K1']
    return whole.shape === 'grouped' ? english.group(whole.by, group) : ''
  }

  test.each(indicatorIds)('DOC-10 %s stands in the sheet of indicators', (id) => {
    const rows = rowsOf(book, 'Indicators').filter((row) => row['No.'] === id)
    const { whole, groups } = partsOf(figures.indicators[id] as Published)
    if (Object.keys(whole).length > 0)
      expectFigure(
        rows.filter(({ Group }) => Group === undefined),
        whole,
      )
    for (const [group, figure] of groups) {
      expectFigure(
        rows.filter(({ Group }) => Group === groupName(id, group)),
        figure,
      )
    }
    expect(rows.length).toBeGreaterThan(0)
  })

  test('DOC-10 quarters and breakdowns stand in theirs', () => {
    const quarters = rowsOf(book, 'Quarters')
    const value = (rows: readonly Row[], by: Row) =>
      rows.find((row) => Object.entries(by).every(([name, wanted]) => row[name] === wanted))?.Value
    expect(value(quarters, { 'No.': 'R1', Quarter: '2020Q3' })).toBe(36)
    for (const id of ['R1', 'A1', 'C1'] as const) {
      for (const [quarter, count] of Object.entries(figures.by_quarter[id] as Published)) {
        expect(value(quarters, { 'No.': id, Quarter: quarter })).toBe(count)
      }
    }
    for (const [group, counts] of Object.entries(figures.by_quarter.K1 as Published)) {
      for (const [quarter, count] of Object.entries(counts as Published)) {
        expect(value(quarters, { 'No.': 'K1', Quarter: quarter, Group: groupName('K1', group) })).toBe(count)
      }
    }
    const cells = rowsOf(book, 'Breakdowns (internal)')
    expect(
      value(cells, {
        'No.': 'R1',
        'Grouped by': 'Home division',
        Group: english.group('home_division', 'BD40'),
      }),
    ).toBe(77)
    for (const id of ['R1', 'A1'] as const) {
      const counts = Object.values(figures.breakdowns[id] as Published).flatMap((cell) =>
        Object.values(cell as Published),
      )
      expect(cells.filter((row) => row['No.'] === id).map(({ Value }) => Value)).toEqual(counts)
    }
  })

  test('DOC-10 the headline has its twelve figures, each with what it counts and how sure it is', () => {
    const rows = rowsOf(book, 'Headline').filter(({ Measure }) => !String(Measure).startsWith('Per 100'))
    expect(rows.map((row) => row['No.'])).toEqual([
      'R1',
      'A1',
      'C1',
      'K1',
      'K1',
      'K1',
      'V1',
      'V0',
      'W1',
      'E1',
      'G1',
      'T1',
    ])
    expect(rows.find((row) => row['No.'] === 'W1')).toMatchObject({
      'How sure': '67.1% to 81.5%',
      Missing: 10,
    })
    for (const row of rows) expect(row['What it counts']).toMatch(/\.$/)
  })
})

test.each(languages)(
  'DOC-2 sheets in %s say what they are, under a bold header that stays in place',
  async (language) => {
    const book = await readBack(demoDocument({ language }))
    const speech = speechOf(language)
    const names = (['headline', 'indicators', 'quarters', 'breakdowns', 'method'] as const).map((sheet) =>
      speech.say(workbookWords[sheet]),
    )
    expect(book.worksheets.map(({ name }) => name)).toEqual(names)
    for (const sheet of book.worksheets) {
      expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 2 }])
      expect(sheet.getRow(2).getCell(1).font).toMatchObject({ bold: true })
      expect(sheet.getCell('A1').text).toContain(speech.say(reportWords.synthetic))
    }
    const breakdowns = getSheet(book, speech.say(workbookWords.breakdowns))
    expect(breakdowns.getCell('A1').text).toContain(speech.say(workbookWords.internal))
  },
)

test.each(['=1+1', '+cmd|x', '@SUM(A1)', '-2', '_x003D_1', '<b>&"'])(
  'DOC-5 the name %s is a text and no formula',
  async (name) => {
    const book = await readBack(emptyDocument({ organisation: { name, synthetic: false } }))
    const cell = getSheet(book, 'Method').getCell('B3')
    expect(cell.type).toBe(exceljs.ValueType.String)
    expect(cell.numFmt).toBe('@')
    expect(String(cell.value).replaceAll('_x005F_', '_')).toBe(name)
    for (const sheet of book.worksheets) {
      sheet.eachRow((row) => row.eachCell(({ type }) => expect(type).not.toBe(exceljs.ValueType.Formula)))
    }
  },
)

test('a reader who goes away ends the writing', async () => {
  const out = new PassThrough()
  out.once('data', () => out.destroy())
  await expect(writeReportWorkbook(demoDocument(), out)).rejects.toThrow()
})
