import type {
  FactsPage,
  FigurePlace,
  factsRoute,
  lineListRoute,
  ReportAnswer,
  reportPdfRoute,
  reportRoute,
  reportWorkbookRoute,
} from '@sathi/contract/programme'
import type { Period } from '@sathi/reporting/figures'
import { type Answer, ask, withQuery } from './answer.ts'

export type { FactsPage, FigurePlace, ReportAnswer } from '@sathi/contract/programme'

export function askForReport({ from, to }: Period): Promise<Answer<ReportAnswer>> {
  return ask<typeof reportRoute>('/api/report', { query: { from, to } })
}

export function askForFacts(
  { from, to }: Period,
  place: FigurePlace,
  offset: number,
  limit: number,
): Promise<Answer<FactsPage>> {
  return ask<typeof factsRoute>('/api/report/facts', { query: { from, to, ...place, offset, limit } })
}

/** Documents that can be taken along. */
export type Document = ReportDocument | (typeof lineListRoute)['path']
type ReportDocument = (typeof reportPdfRoute)['path'] | (typeof reportWorkbookRoute)['path']

/** Address of a document: reports are of a period and in a language, the line list holds every stored entry in codes. */
export function documentAddress(document: Document, { from, to }: Period, language: string): string {
  return document === '/api/line-list.xlsx' ? document : withQuery(document, { from, to, language })
}
