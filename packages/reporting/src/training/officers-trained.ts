import type { DayNumber, EntryId } from '@sathi/domain'
import { oncePerBook } from '../counting/index.ts'
import { completedShare } from './participations.ts'

/** The first course for border guards that an officer completed: the day it ended, and the participation. */
export type Trained = { readonly endedOn: DayNumber; readonly entry: EntryId }

/**
 * The officers who completed a course for border guards (at least 80 % attended), whenever that was, by their code.
 * They count as trained from the day after the course ended.
 */
export const officersTrained = oncePerBook((book): ReadonlyMap<string, Trained> => {
  const trained = new Map<string, Trained>()
  for (const { course, participations = [] } of book.training.values()) {
    if (course?.audience !== 'bgb') continue
    for (const [entry, officer, , , attended] of participations) {
      if (attended < completedShare) continue
      const known = trained.get(officer)
      if (known !== undefined && known.endedOn <= course.endsOn) continue
      trained.set(officer, { endedOn: course.endsOn, entry })
    }
  }
  return trained
})
