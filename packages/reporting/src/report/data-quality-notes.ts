import type { SheetBook } from '@sathi/domain'
import { contactsOutsideAftercare } from '../aftercare/index.ts'
import { openBook, periodDaysOf } from '../counting/index.ts'
import type { Counted, Period } from '../figures/index.ts'
import {
  identifiedOnNoRoster,
  rostersOfUnknownPosts,
  rostersThatEndTooEarly,
} from '../identification/index.ts'
import { monthsRecordedTwice, monthsWithoutStart } from '../livelihoods/index.ts'
import { negativeRoadHome } from '../repatriation/index.ts'
import { coursesThatEndTooEarly, participantsOfUnknownCourses } from '../training/index.ts'
import { amendmentsMadeApart } from './amendments-made-apart.ts'
import { readPeriod } from './read-period.ts'

const checks = [
  negativeRoadHome,
  amendmentsMadeApart,
  monthsRecordedTwice,
  monthsWithoutStart,
  contactsOutsideAftercare,
  participantsOfUnknownCourses,
  coursesThatEndTooEarly,
  rostersThatEndTooEarly,
  rostersOfUnknownPosts,
  identifiedOnNoRoster,
] as const

export type DataQualityCode = (typeof checks)[number]['code']

/** Records that contradict each other or lack something, how many there are, and which. */
export type DataQualityNote = {
  readonly code: DataQualityCode
  readonly count: number
  readonly counted: readonly Counted[]
}

/** What somebody should look at before the figures of the period leave the house. No figure is changed by it. */
export function dataQualityNotes(book: SheetBook, period: Period): readonly DataQualityNote[] {
  const reading = readPeriod(openBook(book), periodDaysOf(period))
  return checks.flatMap(({ code, find }) => {
    const counted = find(reading).map(({ subject, entries }) => ({ subject, entries }))
    return counted.length === 0 ? [] : [{ code, count: counted.length, counted }]
  })
}
