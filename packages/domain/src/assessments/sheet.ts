import { type CodeOf, type DayNumber, type EntryId, sheetPart } from '../journal/index.ts'
import { assessmentKinds, type assessmentLists } from './kinds.ts'

type Instrument = CodeOf<typeof assessmentLists.instruments>

/** One assessment with its score in the instrument's own scale. */
export type Score = readonly [id: EntryId, day: DayNumber, score: number]

export type AssessmentsSheet = {
  /** The scores of each instrument that was used, first to last. */
  readonly scores: Partial<Readonly<Record<Instrument, readonly Score[]>>>
}

/** How she is, by each instrument and over time (ASM-1). */
export const assessmentsPart = sheetPart({
  name: 'assessments',
  subject: 'case',
  kinds: assessmentKinds,
  fold: ({ assessment }): AssessmentsSheet => {
    const scores: Partial<Record<Instrument, Score[]>> = {}
    for (const { id, day, open } of assessment) {
      const series = scores[open.instrument] ?? []
      series.push([id, day, open.score])
      scores[open.instrument] = series
    }
    return { scores }
  },
})
