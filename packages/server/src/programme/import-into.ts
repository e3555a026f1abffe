import type { Instant, SubjectId } from '@sathi/domain'
import type { Actor, Database } from '../database/index.ts'
import { newUuid7 } from '../identifiers/index.ts'
import {
  type ImportOutcome,
  type ImportProgress,
  importLineList,
  LineListChanged,
  openLineListStore,
} from '../line-list/index.ts'
import type { LineListSource } from '../tables/index.ts'

/** Imports an opened line list into the actor's journals, in one transaction: all of it or nothing. */
export async function importInto(
  database: Database,
  actor: Actor,
  source: LineListSource,
  options: { readonly dryRun: boolean; readonly onProgress?: (progress: ImportProgress) => void },
): Promise<ImportOutcome> {
  const recordedAt = new Date().toISOString() as Instant
  return database.withTransaction(actor, async (tx) =>
    importLineList(source, await openLineListStore(tx), {
      ...options,
      recordedAt,
      newSubjectId: () => newUuid7() as SubjectId,
    }),
  )
}

export { LineListChanged }
