import type { Instant } from '@sathi/domain'
import { type Database, keepAwake } from '../database/index.ts'
import { newSubjectId } from '../journal/index.ts'
import {
  emptyLineListStore,
  type ImportOutcome,
  type ImportProgress,
  importLineList,
  LineListChanged,
  openLineListStore,
} from '../line-list/index.ts'
import type { LineListSource } from '../tables/index.ts'
import { nameUntilSetUp } from './organisation.ts'
import { findActor, setUpOrganisation } from './store.ts'

export type ImportOptions = {
  readonly dryRun: boolean
  readonly onProgress?: (progress: ImportProgress) => void
}

/**
 * Imports an opened line list, in one transaction: all of it or nothing. Where no organisation has been set up yet,
 * a good list sets one up, to be named later; a bad one leaves no trace.
 */
export async function importInto(
  database: Database,
  source: LineListSource,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const details = { ...options, recordedAt: new Date().toISOString() as Instant, newSubjectId }
  let actor = await findActor(database)
  if (actor === undefined) {
    const checked = await importLineList(source, emptyLineListStore, { ...details, dryRun: true })
    if (options.dryRun || checked.state === 'refused') return checked
    actor = await setUpOrganisation(database, { name: nameUntilSetUp, synthetic: false })
  }
  if (actor === undefined) throw new LineListChanged()
  return database.withTransaction(actor, (tx) =>
    keepAwake(tx, async () => importLineList(source, await openLineListStore(tx), details)),
  )
}
