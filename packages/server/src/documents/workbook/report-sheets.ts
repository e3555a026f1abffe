import type { Words } from '@sathi/domain'
import type { ReportDocument } from '../report-document.ts'
import { type Speech, speechOf } from '../speech.ts'
import { methodWords } from '../words/method-words.ts'
import { reportWords } from '../words/report-words.ts'
import { workbookWords as words } from '../words/workbook-words.ts'
import {
  breakdownRows,
  headlineRows,
  indicatorRows,
  quarterRows,
  type Rows,
  type SheetCell,
} from './report-rows.ts'

/** One sheet: a line that says what it is, a header, and rows as wide as the header. */
export type ReportSheet = {
  readonly name: string
  readonly lead: string
  readonly columns: readonly { readonly header: string; readonly width: number }[]
  readonly rows: Rows
}

/** The report as sheets, in the language of the document. Codes and counts only: nothing in them names anybody. */
export function reportSheets(document: ReportDocument): ReportSheet[] {
  const { report, organisation, language } = document
  const speech = speechOf(language)
  const { say, formats } = speech
  const period = say(reportWords.period, {
    from: formats.day(report.period.from),
    to: formats.day(report.period.to),
  })
  const whose = organisation.name ?? say(reportWords.unnamed)
  const synthetic = organisation.synthetic ? [say(reportWords.synthetic)] : []
  const lead = (...more: string[]) =>
    [...synthetic, ...more, `${say(reportWords.title)}, ${whose}, ${period}`].join(' ')
  const column = (header: Words, width: number) => ({ header: say(header), width })
  const indicator = [column(words.id, 6), column(words.indicator, 36)]
  const meaning = column(words.meaning, 70)
  const group = column(words.group, 26)
  const numbers = [
    column(words.measure, 28),
    ...[words.numerator, words.denominator, words.missing, words.value, words.low, words.high].map((header) =>
      column(header, 13),
    ),
  ]
  return [
    {
      name: say(words.headline),
      lead: lead(),
      columns: [...indicator, meaning, group, ...numbers, column(words.sure, 52)],
      rows: headlineRows(speech, report),
    },
    {
      name: say(words.indicators),
      lead: lead(),
      columns: [...indicator, meaning, group, ...numbers],
      rows: indicatorRows(speech, report),
    },
    {
      name: say(words.quarters),
      lead: lead(say(reportWords.quartersNote)),
      columns: [...indicator, group, column(words.quarter, 10), column(words.months, 20), ...numbers],
      rows: quarterRows(speech, report),
    },
    {
      name: say(words.breakdowns),
      lead: lead(say(words.internal), say(words.several)),
      columns: [...indicator, column(words.groupedBy, 26), group, ...numbers],
      rows: breakdownRows(speech, report),
    },
    {
      name: say(words.method),
      lead: lead(),
      columns: [column(words.term, 26), column(words.explanation, 120)],
      rows: methodRows(document, speech, period),
    },
  ]
}

function methodRows(document: ReportDocument, { say, formats }: Speech, period: string): SheetCell[][] {
  const { organisation, entries, position, generatedOn } = document
  const source = say(reportWords.source, {
    entries: formats.count(entries),
    position: formats.count(position),
    day: formats.day(generatedOn),
  })
  const notes = [
    ...(organisation.synthetic ? [say(reportWords.synthetic)] : []),
    say(reportWords.awaitingNativeReader),
    say(words.internal),
  ]
  return [
    [say(words.organisation), organisation.name ?? say(reportWords.unnamed)],
    [say(words.period), `${period} (${say(reportWords.bothDays)})`],
    [say(words.source), source],
    ...notes.filter((note) => note !== '').map((note) => [say(words.note), note]),
    ...methodWords.map(({ term, meaning }) => [say(term), say(meaning)]),
  ]
}
