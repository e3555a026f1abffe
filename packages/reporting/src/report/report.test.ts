import {
  type Entry,
  type EntryId,
  type Instant,
  type PartialDate,
  type SheetBook,
  sheetParts,
} from '@sathi/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CountedByPart,
  type Dimension,
  type Figure,
  headlineIds,
  type IndicatorId,
  indicatorIds,
} from '../figures/index.ts'
import { bookOf } from '../testing/book-of.ts'
import { demoEntries, demoPeriod } from '../testing/demo-programme.ts'
import { halfYear, inventedBook } from '../testing/invented-book.ts'
import { computeReport } from './compute-report.ts'
import { countFigure } from './count-figure.ts'
import { dataQualityNotes } from './data-quality-notes.ts'
import { dataQualityWords } from './data-quality-words.ts'

const entries = demoEntries()
const book = bookOf(entries)
const report = computeReport(book, demoPeriod)

/** How many things of each part a figure says it counts, as far as it says. */
function saidBy(figure: Figure): Partial<Record<keyof CountedByPart, number>> {
  switch (figure.shape) {
    case 'count':
    case 'incidence':
    case 'identification':
      return { counted: figure.value }
    case 'proportion':
      return { numerator: figure.numerator, denominator: figure.denominator, missing: figure.missing }
    case 'duration':
    case 'mean':
      return { counted: figure.n, missing: figure.missing }
    case 'person_years':
      return { counted: figure.cases }
    case 'changes':
      return { counted: figure.value, numerator: figure.substantiatedIndependently }
    case 'rate_ratio':
      return {}
    case 'grouped':
      return figure.whole === null ? {} : saidBy(figure.whole)
  }
}

function opensTo(counted: CountedByPart, figure: Figure): void {
  for (const [part, number] of Object.entries(saidBy(figure))) {
    expect({ part, number: counted[part as keyof CountedByPart]?.length ?? 0 }).toEqual({ part, number })
  }
}

describe('BOOK-2', () => {
  const known = new Set(entries.map(({ id }) => id))

  test.each(indicatorIds)(
    'BOOK-2 the figure, groups and quarters of %s open to as many things as they say',
    (indicator) => {
      const asked = { indicator, period: demoPeriod }
      const whole = countFigure(book, asked)
      expect(whole.figure).toEqual(report.figures[indicator])
      opensTo(whole.counted, whole.figure)
      for (const { entries: ids } of Object.values(whole.counted).flat()) {
        expect(ids.length).toBeGreaterThan(0)
        expect(ids.filter((id) => !known.has(id))).toEqual([])
        expect(new Set(ids).size).toBe(ids.length)
      }
      for (const [group, figure] of Object.entries(
        whole.figure.shape === 'grouped' ? whole.figure.groups : {},
      )) {
        const opened = countFigure(book, { ...asked, group })
        expect(opened.figure).toEqual(figure)
        opensTo(opened.counted, figure)
      }
      for (const [quarter, figure] of Object.entries(report.series[indicator])) {
        const opened = countFigure(book, { ...asked, quarter })
        expect(opened.figure).toEqual(figure)
        opensTo(opened.counted, figure)
      }
    },
  )

  test.each(indicatorIds)(
    'BOOK-2 every cell of the breakdowns of %s opens to as many things as it says',
    (indicator) => {
      for (const [dimension, cells] of Object.entries(report.breakdowns[indicator])) {
        expect(Object.keys(cells)).not.toEqual([])
        for (const [value, figure] of Object.entries(cells)) {
          const cell = { indicator, period: demoPeriod, dimension: dimension as Dimension, value }
          const opened = countFigure(book, cell)
          expect(opened.figure).toEqual(figure)
          opensTo(opened.counted, figure)
        }
      }
    },
  )
})

test('every indicator about cases is broken down by six dimensions, trainings by three, the others not', () => {
  const dimensions = (id: IndicatorId) => Object.keys(report.breakdowns[id]).length
  expect(indicatorIds.filter((id) => dimensions(id) === 3)).toEqual(['K1', 'K2'])
  expect(indicatorIds.filter((id) => dimensions(id) === 0)).toEqual(['V1', 'V0', 'V2', 'V3', 'S1', 'N1'])
  expect(indicatorIds.filter((id) => dimensions(id) === 6)).toHaveLength(indicatorIds.length - 8)
  expect(headlineIds.every((id) => report.figures[id] !== undefined)).toBe(true)
})

test('BOOK-3 after a new entry of any kind the report is the same as one computed from nothing', () => {
  const afterwards = demoEntries().filter(({ retracts }) => retracts === undefined)
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom('amends', 'retracts'), (number, change) => {
      const target = afterwards[number % afterwards.length]
      if (target === undefined) return
      const entry: Entry = {
        ...target,
        id: '00000000-0000-7000-8000-00000000000f' as EntryId,
        occurredOn: '2021-06-15' as PartialDate,
        recordedAt: '2022-06-01T00:00:00.000Z' as Instant,
        [change]: target.id,
        open: change === 'retracts' ? {} : target.open,
      }
      const later = bookOf([...entries, entry])
      expect(computeReport(sharingBodies(later, book), demoPeriod)).toEqual(computeReport(later, demoPeriod))
    }),
    { numRuns: 12 },
  )
})

/** The later book with the bodies of the earlier one wherever they say the same, as a server keeps it. */
function sharingBodies(later: SheetBook, earlier: SheetBook): SheetBook {
  const shared = (Object.keys(sheetParts) as (keyof SheetBook)[]).map((part) => {
    const sheets = Array.from(later[part], ([subject, body]) => {
      const known = earlier[part].get(subject)
      return [subject, JSON.stringify(known) === JSON.stringify(body) ? known : body] as const
    })
    return [part, new Map(sheets)]
  })
  return Object.fromEntries(shared)
}

test('BOOK-4 a quarter or group that does not exist is refused', () => {
  const asked = { indicator: 'K1', period: demoPeriod } as const
  expect(() => countFigure(book, { ...asked, quarter: '2019Q4' })).toThrow(RangeError)
  expect(() => countFigure(book, { ...asked, group: 'nobody' })).toThrow(RangeError)
  expect(() => countFigure(book, { ...asked, indicator: 'R1', group: 'bgb' })).toThrow(RangeError)
})

test('BOOK-6 facts that two people amended apart are noted until somebody settles them', () => {
  const amended = (row_id: string, amends: string) => {
    return { row_id, amends, case_code: 'S-1', occurred_on: '2020-08-01', stage: 'handover' }
  }
  const first = { row_id: '01', case_code: 'S-1', occurred_on: '2020-08-01', stage: 'handover' }
  const apart = inventedBook({ repatriation_stage: [first, amended('02', '01'), amended('03', '01')] })
  expect(dataQualityNotes(apart, halfYear)).toMatchObject([{ code: 'amendments_made_apart', count: 1 }])
  const inARow = inventedBook({ repatriation_stage: [first, amended('02', '01'), amended('03', '02')] })
  expect(dataQualityNotes(inARow, halfYear)).toEqual([])
})

test('every data-quality note has words in every language', () => {
  for (const words of Object.values(dataQualityWords)) {
    expect(Object.values(words).every((text) => text.length > 0)).toBe(true)
  }
})
