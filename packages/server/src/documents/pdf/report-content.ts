import type { Language } from '@sathi/domain'
import {
  type Figure,
  figureWords,
  headlineIds,
  type IndicatorId,
  indicatorRooms,
  indicatorWords,
  type PlainFigure,
  type Report,
} from '@sathi/reporting/figures'
import { poissonInterval } from '@sathi/reporting/statistics'
import { type FigureRow, figureRow } from '../figure-row.ts'
import { headlineFigures } from '../headline-figures.ts'
import { namedFigures } from '../named-figures.ts'
import type { ReportDocument } from '../report-document.ts'
import { type Speech, speechOf } from '../speech.ts'
import { methodWords } from '../words/method-words.ts'
import { reportWords as words } from '../words/report-words.ts'
import { breakable } from './breakable.ts'
import { type QuarterPanel, quarterPanels } from './quarter-panels.ts'

/**
 * A row with the name of what it tells, and the sentence that says what is counted where it was not said before. A row
 * `within` tells of one group of the row above.
 */
export type NamedRow = FigureRow & {
  readonly name: string
  readonly meaning: string | null
  readonly within: boolean
}

/** The headline report in words: all that `report.typ` sets, as plain text. */
export type ReportContent = {
  readonly language: Language
  readonly title: string
  readonly organisation: string
  readonly period: string
  readonly bothDays: string
  readonly source: string
  readonly synthetic: string | null
  readonly awaitingNativeReader: string | null
  readonly page: string
  readonly digits: readonly string[]
  readonly columns: readonly string[]
  readonly headline: { readonly title: string; readonly rows: readonly NamedRow[] }
  readonly quarters: {
    readonly title: string
    readonly note: string
    readonly ofNone: string | null
    readonly panels: readonly QuarterPanel[]
  }
  readonly rooms: {
    readonly title: string
    readonly sections: readonly { readonly name: string; readonly rows: readonly NamedRow[] }[]
  }
  readonly method: {
    readonly title: string
    readonly notes: readonly { readonly term: string; readonly meaning: string }[]
  }
}

/** Words the report for the page. */
export function reportContent(document: ReportDocument): ReportContent {
  const { report, organisation, language } = document
  const speech = speechOf(language)
  const { say, formats } = speech
  const { from, to } = report.period
  const panels = quarterPanels(speech, report)
  const seenNone = panels.some(({ bars }) => bars.some(({ bound }) => bound !== null))
  const bound = formats.decimal(poissonInterval(0).high)
  const awaiting = say(words.awaitingNativeReader)
  return {
    language,
    title: say(words.title),
    organisation: breakable(organisation.name ?? say(words.unnamed)),
    period: say(words.period, { from: formats.day(from), to: formats.day(to) }),
    bothDays: say(words.bothDays),
    source: say(words.source, {
      entries: formats.count(document.entries),
      position: formats.count(document.position),
      day: formats.day(document.generatedOn),
    }),
    synthetic: organisation.synthetic ? say(words.synthetic) : null,
    awaitingNativeReader: awaiting === '' ? null : awaiting,
    page: say(words.page),
    digits: formats.digits,
    columns: (['what', 'figure', 'outOf', 'missing', 'sure'] as const).map((name) => say(figureWords[name])),
    headline: {
      title: say(words.headline),
      rows: headlineRows(speech, report),
    },
    quarters: {
      title: say(words.quarters),
      note: say(words.quartersNote),
      ofNone: seenNone ? say(words.quarterOfNone, { high: bound }) : null,
      panels,
    },
    rooms: {
      title: say(words.every),
      sections: indicatorRooms.map(({ name, indicators }) => ({
        name: say(name),
        rows: indicators.flatMap((id) => rowsOf(speech, id, report.figures[id])),
      })),
    },
    method: {
      title: say(words.method),
      notes: methodWords.map(({ term, meaning }) => ({ term: say(term), meaning: say(meaning) })),
    },
  }
}

/** The rows of the headline table, each by its full name. */
function headlineRows(speech: Speech, report: Report): NamedRow[] {
  return headlineFigures(report).flatMap(({ id, named }) => {
    const rows = named.map(({ group, figure }) => namedRow(speech, id, report.figures[id], group, figure))
    return withMeaning(speech, id, rows)
  })
}

/** The rows of one indicator among all: one, or the whole and below it each of its own groups. */
function rowsOf(speech: Speech, id: IndicatorId, figure: Figure): NamedRow[] {
  const rows = namedFigures(figure).map(({ group, figure: plain }) => {
    const row = namedRow(speech, id, figure, group, plain)
    if (figure.shape !== 'grouped' || figure.whole === null || group === undefined) return row
    return { ...row, name: speech.group(figure.by, group), within: true }
  })
  return headlineIds.some((told) => told === id) ? rows : withMeaning(speech, id, rows)
}

function namedRow(
  speech: Speech,
  id: IndicatorId,
  figure: Figure,
  group: string | undefined,
  plain: PlainFigure,
): NamedRow {
  const name = speech.say(indicatorWords[id].name)
  const full =
    figure.shape === 'grouped' && group !== undefined
      ? speech.say(words.ofGroup, { name, group: speech.group(figure.by, group) })
      : name
  return { name: full, meaning: null, within: false, ...figureRow(speech, id, plain) }
}

/** What an indicator counts is said once, in its first row. */
function withMeaning(speech: Speech, id: IndicatorId, rows: readonly NamedRow[]): NamedRow[] {
  const meaning = speech.say(indicatorWords[id].meaning)
  return rows.map((row, index) => (index === 0 ? { ...row, meaning } : row))
}
