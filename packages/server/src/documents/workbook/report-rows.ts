import {
  type Dimension,
  dimensionWords,
  type Figure,
  type IndicatorId,
  indicatorIds,
  indicatorWords,
  type Report,
} from '@sathi/reporting/figures'
import { figureRow } from '../figure-row.ts'
import { headlineFigures } from '../headline-figures.ts'
import { namedFigures } from '../named-figures.ts'
import type { Speech } from '../speech.ts'
import { measureWords } from '../words/workbook-words.ts'
import { figureMeasures, type Measure } from './figure-measures.ts'

/** A text, or a number with the way it is shown; a number that is not there leaves its cell empty. */
export type SheetCell = string | { readonly number: number | null; readonly form: Measure['form'] }

/** Made one by one as they are asked for: a row for each number of a figure. */
export type Rows = Iterable<readonly SheetCell[]>

/** The headline table, and how sure each figure is in words. */
export function* headlineRows(speech: Speech, report: Report): Rows {
  for (const { id, named } of headlineFigures(report)) {
    for (const { group, figure } of named) {
      const front = [
        ...frontOf(speech, id),
        meaningOf(speech, id),
        groupOf(speech, report.figures[id], group),
      ]
      const sure = figureRow(speech, id, figure).sure.join('; ')
      for (const measure of figureMeasures(figure)) yield [...front, ...cellsOf(speech, measure), sure]
    }
  }
}

/** Every indicator, and each group that it makes itself. */
export function* indicatorRows(speech: Speech, { figures }: Report): Rows {
  for (const id of indicatorIds) {
    for (const { group, figure } of namedFigures(figures[id])) {
      const front = [...frontOf(speech, id), meaningOf(speech, id), groupOf(speech, figures[id], group)]
      for (const measure of figureMeasures(figure)) yield [...front, ...cellsOf(speech, measure)]
    }
  }
}

/** The same for each quarter. */
export function* quarterRows(speech: Speech, { series }: Report): Rows {
  const months = new Map<string, string>()
  for (const quarter of Object.keys(series.R1)) months.set(quarter, speech.formats.quarter(quarter).join(' '))
  for (const id of indicatorIds) {
    for (const [quarter, whole] of Object.entries(series[id])) {
      for (const { group, figure } of namedFigures(whole)) {
        const front = [
          ...frontOf(speech, id),
          groupOf(speech, whole, group),
          quarter,
          months.get(quarter) ?? quarter,
        ]
        for (const measure of figureMeasures(figure)) yield [...front, ...cellsOf(speech, measure)]
      }
    }
  }
}

/** Every cell of every breakdown, small ones too. */
export function* breakdownRows(speech: Speech, { breakdowns }: Report): Rows {
  for (const id of indicatorIds) {
    for (const [name, breakdown] of Object.entries(breakdowns[id])) {
      const dimension = name as Dimension
      const by = speech.say(dimensionWords[dimension])
      for (const [group, cell] of Object.entries(breakdown)) {
        const front = [...frontOf(speech, id), by, speech.group(dimension, group)]
        for (const { figure } of namedFigures(cell)) {
          for (const measure of figureMeasures(figure)) yield [...front, ...cellsOf(speech, measure)]
        }
      }
    }
  }
}

function frontOf({ say }: Speech, id: IndicatorId): string[] {
  return [id, say(indicatorWords[id].name)]
}

function meaningOf({ say }: Speech, id: IndicatorId): string {
  return say(indicatorWords[id].meaning)
}

function groupOf(speech: Speech, figure: Figure, group: string | undefined): string {
  return figure.shape === 'grouped' && group !== undefined ? speech.group(figure.by, group) : ''
}

function cellsOf({ say }: Speech, measure: Measure): SheetCell[] {
  const { form, numerator, denominator, missing, value, low, high } = measure
  const exact = (number: number | null): SheetCell => ({
    number,
    form: number === null || Number.isInteger(number) ? 'whole' : 'decimal',
  })
  // A count is whole, its bounds are not.
  const bound = (number: number | null): SheetCell => (form === 'share' ? { number, form } : exact(number))
  return [
    say(measureWords[measure.name]),
    exact(numerator),
    exact(denominator),
    exact(missing),
    { number: value, form },
    bound(low),
    bound(high),
  ]
}
