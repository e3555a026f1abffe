import type { DataQualityCheck } from '../counting/index.ts'
import type { Counted } from '../figures/index.ts'
import { isAtPost } from './officer-days.ts'

/**
 * Identifications of V1 and V0 by officers who were on no roster of a border guards' post on that day: they count, but
 * their time does not.
 */
export const identifiedOnNoRoster = {
  code: 'identified_by_officer_on_no_roster',
  find: ({ book, unitsOf }) => {
    const found: Counted[] = []
    for (const { part, subject, entries } of [...unitsOf('V1'), ...unitsOf('V0')]) {
      const screening =
        part === 'counted' && book.screenings.get(subject)?.done?.find(([id]) => id === entries[0])
      if (screening && !isAtPost(book, screening[4], screening[1])) found.push({ subject, entries })
    }
    return found
  },
} as const satisfies DataQualityCheck
