import type { Transaction } from '../database/index.ts'
import { foldSince } from './fold-since.ts'
import { lockFeed, lockOrganisation } from './lock-journals.ts'

/**
 * Folds every sheet of the organisation anew, for when a later version of Sathi folds differently or a check has found
 * sheets that do not follow from their journal. Programs that keep sheets in memory see it when they start again.
 */
export async function refoldSheets(tx: Transaction): Promise<void> {
  await lockOrganisation(tx)
  const end = await lockFeed(tx)
  await foldSince(tx, 0, end.position)
}
