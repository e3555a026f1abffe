import type { Organisation } from '@sathi/contract/programme'
import type { Database } from '../database/index.ts'
import { demoPeriod, proposePeriod } from './propose-period.ts'
import { findActor, readDays, readOrganisation } from './store.ts'

/** Tells what the organisation is, and looks for its first and last day only when entries were added since. */
export function createDescription(
  database: Database,
  listensOn: Organisation['listensOn'],
): () => Promise<Organisation> {
  let days: { entries: number; value: Awaited<ReturnType<typeof readDays>> } | undefined
  return async () => {
    const actor = await findActor(database)
    if (actor === undefined) return { state: 'none', listensOn }
    return database.withSnapshot(actor, async (tx): Promise<Organisation> => {
      const organisation = await readOrganisation(tx)
      if (days?.entries !== organisation.entries) {
        days = { entries: organisation.entries, value: await readDays(tx) }
      }
      const proposed = organisation.synthetic ? demoPeriod : days.value && proposePeriod(days.value.last)
      return {
        state: 'ready',
        ...organisation,
        firstDay: days.value?.first ?? null,
        lastDay: days.value?.last ?? null,
        proposedPeriod: proposed ?? null,
        listensOn,
      }
    })
  }
}
