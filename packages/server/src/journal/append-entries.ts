import { setImmediate as giveWay } from 'node:timers/promises'
import type { Transaction } from '../database/index.ts'
import { foldTouched, type Journals, readJournals, storeSheets, touchedBy } from './fold-sheets.ts'
import { isJudged, type JudgedSubmission, judgeSubmission } from './judge-submission.ts'
import { lockFeed, lockSubjects } from './lock-journals.ts'
import { outcomesOf } from './outcomes-of.ts'
import { readSurroundings } from './read-surroundings.ts'
import { type Settled, settleBatch } from './settle-batch.ts'
import { insertEntries, insertSubjects } from './store-entries.ts'
import type { AppendOutcome, Submission } from './submission.ts'

/**
 * Stores entries, each judged by itself: a refused one does not hold the others back, and what is stored already stays
 * as it is. The sheets of the touched subjects are folded anew in the same transaction. Outcomes are in the order given.
 */
export async function appendEntries(
  tx: Transaction,
  submissions: readonly Submission[],
): Promise<readonly AppendOutcome[]> {
  const judged = submissions.map(judgeSubmission)
  const good = judged.filter(isJudged)
  if (good.length === 0) return outcomesOf(submissions, judged, [], 0)
  // Sent together: each reads what is stored when it runs, which is after the journals are locked.
  const [, surroundings, journals] = await Promise.all([
    lockSubjects(tx, [...new Set(good.map(({ entry }) => entry.subject.id))]),
    readSurroundings(tx, good),
    readJournals(tx, touchedBy(good)),
  ])
  const settled = settleBatch(good, surroundings, 'refuse')
  const end = await storeNew(tx, good, settled, journals)
  return outcomesOf(submissions, judged, settled.verdicts, end)
}

/** Stores what is new, with the sheets that follow from it. Gives the end of the feed before it. */
async function storeNew(
  tx: Transaction,
  submissions: readonly JudgedSubmission[],
  { verdicts, newSubjects }: Settled,
  journals: Journals,
): Promise<number> {
  const fresh = submissions.filter((_, index) => verdicts[index]?.state === 'new')
  if (fresh.length === 0) return 0
  const before = await lockFeed(tx)
  const opened = insertSubjects(tx, newSubjects)
  const receivedAt = new Date()
  const received = fresh.map(({ entry, body }) => ({ entry, body, receivedAt }))
  const { end, stored } = insertEntries(tx, received, before)
  // While PostgreSQL writes the entries, the sheets are folded here.
  const folded = giveWay().then(() => storeSheets(tx, foldTouched(fresh, journals), end.position))
  await Promise.all([opened, stored, folded])
  return before.position
}
