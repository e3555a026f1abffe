import type { ReportDocument } from '../report-document.ts'
import { reportContent } from './report-content.ts'
import { typeset } from './typeset.ts'

/** The headline report on pages, as PDF. Takes some seconds in a program of its own; equal input gives equal bytes. */
export function renderReportPdf(document: ReportDocument): Promise<Uint8Array> {
  return typeset({
    template: 'report.typ',
    content: reportContent(document),
    createdOn: document.generatedOn,
  })
}
