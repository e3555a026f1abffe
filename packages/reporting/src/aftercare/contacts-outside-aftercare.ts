import { findEnrolmentOn } from '@sathi/domain'
import { type DataQualityCheck, isInPeriod } from '../counting/index.ts'
import type { Counted } from '../figures/index.ts'

/** Follow-ups in the period that reached a survivor on a day on which she was in no aftercare; A3 leaves them out. */
export const contactsOutsideAftercare = {
  code: 'follow_up_outside_aftercare',
  find: ({ book, period }) => {
    const found: Counted[] = []
    for (const [subject, { followUps = [], enrolments = [] }] of book.aftercare) {
      for (const [id, day, reached] of followUps) {
        if (reached !== 'survivor' || !isInPeriod(day, period)) continue
        if (findEnrolmentOn(enrolments, day) === undefined) found.push({ subject, entries: [id] })
      }
    }
    return found
  },
} as const satisfies DataQualityCheck
