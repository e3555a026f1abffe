import { setImmediate as giveWay } from 'node:timers/promises'
import { inBackground, type Transaction } from '../database/index.ts'
import { foldTouched, type Journals, readJournals, storeSheets, touchedBy } from './fold-sheets.ts'
import { type JudgedSubmission, judgeFields, judgeForm, passed } from './judge-submission.ts'
import { lockFeed, lockSubjects } from './lock-journals.ts'
import { outcomesOf } from './outcomes-of.ts'
import { readSurroundings } from './read-surroundings.ts'
import { type Settled, settleBatch } from './settle-batch.ts'
import { insertEntries, insertSubjects } from './store-entries.ts'
import type { AppendOutcome, Submission } from './submission.ts'

/** What an append may be told besides. */
export type AppendOptions = {
  /** When the entries came; without it, when they are stored. */
  readonly receivedAt?: Date
  /** Takes locks that come before that of the feed and after those of the subjects. */
  readonly beforeFeed?: () => Promise<unknown>
}

/**
 * Stores entries, each judged by itself: a refused one does not hold the others back, and what is stored already stays
 * as it is. The sheets of the touched subjects are folded anew in the same transaction. Outcomes are in the order given.
 */
export async function appendEntries(
  tx: Transaction,
  submissions: readonly Submission[],
  options: AppendOptions = {},
): Promise<readonly AppendOutcome[]> {
  const formed = submissions.map(judgeForm)
  const wellFormed = formed.filter(passed)
  // Sent together: each reads what is stored when it runs, which is after the journals are locked. While PostgreSQL
  // reads, the fields are judged here.
  const reading = inBackground(
    Promise.all([
      lockSubjects(tx, [...new Set(wellFormed.map(({ entry }) => entry.subject.id))]),
      readSurroundings(tx, wellFormed),
      readJournals(tx, touchedBy(wellFormed)),
    ]),
  )
  const judged = formed.map((one) => (passed(one) ? judgeFields(one) : one))
  const good = judged.filter(passed)
  const [, surroundings, journals] = await reading
  const settled = settleBatch(good, surroundings, 'refuse')
  const end = await storeNew(tx, good, { settled, journals, options })
  return outcomesOf(submissions, judged, settled.verdicts, end)
}

/** Stores what is new, with the sheets that follow from it. Gives the end of the feed before it. */
async function storeNew(
  tx: Transaction,
  submissions: readonly JudgedSubmission[],
  {
    settled: { verdicts, newSubjects },
    journals,
    options: { receivedAt = new Date(), beforeFeed },
  }: { readonly settled: Settled; readonly journals: Journals; readonly options: AppendOptions },
): Promise<number> {
  const fresh = submissions.filter((_, index) => verdicts[index]?.state === 'new')
  if (fresh.length === 0) return 0
  // Both are sent together and answered in this order.
  const [, before] = await Promise.all([beforeFeed?.(), lockFeed(tx)])
  const opened = insertSubjects(tx, newSubjects, before)
  const received = fresh.map(({ entry, body }) => ({ entry, body, receivedAt }))
  const { end, stored } = insertEntries(tx, received, opened.end)
  // While PostgreSQL writes the entries, the sheets are folded here.
  const folded = giveWay().then(() => storeSheets(tx, foldTouched(fresh, journals), end.position))
  await Promise.all([opened.stored, stored, folded])
  return before.position
}
