import { getDay } from '@sathi/domain'
import { computeReport } from '@sathi/reporting/report'
import { bookOf } from '../../../../reporting/src/testing/book-of.ts'
import { demoEntries, demoPeriod } from '../../../../reporting/src/testing/demo-programme.ts'
import type { ReportDocument } from '../report-document.ts'

const entries = demoEntries()
const report = computeReport(bookOf(entries), demoPeriod)

/** The headline report of the demonstration programme. */
export function demoDocument(about: Partial<ReportDocument> = {}): ReportDocument {
  return {
    report,
    organisation: { name: 'Shobuj Pata', synthetic: true },
    language: 'en',
    generatedOn: getDay('2022-03-15'),
    position: entries.length,
    entries: entries.length,
    ...about,
  }
}

/** The same report of a programme in which nothing has happened yet. */
export function emptyDocument(about: Partial<ReportDocument> = {}): ReportDocument {
  return demoDocument({ report: computeReport(bookOf([]), demoPeriod), position: 0, entries: 0, ...about })
}
