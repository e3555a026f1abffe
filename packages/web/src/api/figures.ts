import type { CountedPart, Dimension, IndicatorId, Period, Report } from '@sathi/reporting/figures'
import type { DataQualityCode } from '@sathi/reporting/report'
import { type Answer, ask, query } from './answer.ts'
import type { FactView, SubjectView } from './journals.ts'

/** The report of one period; `position` is the last entry it has seen, `notes` are doubts about the data. */
export type ReportAnswer = {
  readonly report: Report
  readonly position: number
  readonly notes: readonly { readonly code: DataQualityCode; readonly count: number }[]
}

/** Which part of which figure: the whole, one of its own groups, one group of a breakdown, or one quarter. */
export type FigurePlace = {
  readonly indicator: IndicatorId
  readonly part: CountedPart
  readonly group?: string | undefined
  readonly dimension?: Dimension | undefined
  readonly value?: string | undefined
  readonly quarter?: string | undefined
}

export type FactsPage = {
  readonly total: number
  readonly items: readonly { readonly subject: SubjectView; readonly entries: readonly FactView[] }[]
}

export function askForReport({ from, to }: Period): Promise<Answer<ReportAnswer>> {
  return ask(`/report${query({ from, to })}`)
}

export function askForFacts(
  { from, to }: Period,
  place: FigurePlace,
  offset: number,
  limit: number,
): Promise<Answer<FactsPage>> {
  return ask(`/report/facts${query({ from, to, ...place, offset, limit })}`)
}

export type Document = 'report.pdf' | 'report.xlsx'

/** Address of a document of the report in one language. */
export function documentAddress(document: Document, { from, to }: Period, language: string): string {
  return `/api/${document}${query({ from, to, language })}`
}

/** Address of the whole line list: every stored entry, as a workbook that can be brought in again. */
export const lineListAddress = '/api/line-list.xlsx'
