import type { Day, Language } from '@sathi/domain'
import type { Report } from '@sathi/reporting/figures'

/** A report as it leaves on paper or as a sheet, with what the reader must know of where its figures come from. */
export type ReportDocument = {
  readonly report: Report
  /** The name is null until somebody gives it one. */
  readonly organisation: { readonly name: string | null; readonly synthetic: boolean }
  readonly language: Language
  /** The day on which it was drawn up. Equal input gives equal bytes. */
  readonly generatedOn: Day
  /** The last position of the journal that the figures know. */
  readonly position: number
  /** How many entries the journal holds up to there. */
  readonly entries: number
}
