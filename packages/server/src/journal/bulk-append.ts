import type { EntryId } from '@sathi/domain'
import { inBackground, type Transaction } from '../database/index.ts'
import { findLoops } from './find-loops.ts'
import { findTargetRefusal } from './find-target-refusal.ts'
import { foldSince } from './fold-since.ts'
import { type JudgedSubmission, judgeFields, judgeForm, passed } from './judge-submission.ts'
import { type FeedEnd, lockFeed, lockOrganisation } from './lock-journals.ts'
import { outcomesOf } from './outcomes-of.ts'
import { findLinks, readSurroundings } from './read-surroundings.ts'
import { settleBatch } from './settle-batch.ts'
import { insertEntries, insertSubjects } from './store-entries.ts'
import type { AppendOutcome, AppendRefusal, Submission } from './submission.ts'

/** Takes in entries by the hundred thousand. One refusal makes the whole transaction end with nothing stored. */
export type BulkAppend = {
  /** Stores a batch, best of some thousand entries, without folding. */
  add(submissions: readonly Submission[]): Promise<readonly AppendOutcome[]>
  /** Looks for what entries referred to before it came, and folds every sheet that the entries change. */
  finish(): Promise<BulkOutcome>
}

export type BulkOutcome =
  | { readonly state: 'stored'; readonly stored: number; readonly alreadyStored: number }
  | { readonly state: 'refused'; readonly refusals: readonly BulkRefusal[]; readonly refusalCount: number }

export type BulkRefusal = { readonly id: EntryId; readonly refusal: AppendRefusal }

/** More are counted, not listed. */
const mostListed = 1000

/**
 * Begins a bulk append: until the transaction ends, others may read the organisation's journals and wait to append.
 * The same rules as for `appendEntries` hold, over all batches in whatever order. Memory grows only with the number of
 * amendments and retractions.
 */
export async function openBulkAppend(tx: Transaction): Promise<BulkAppend> {
  await lockOrganisation(tx)
  const before = await lockFeed(tx)
  const refusals: BulkRefusal[] = []
  const targetsById = new Map<EntryId, readonly EntryId[]>()
  const unmet: JudgedSubmission[] = []
  let end: FeedEnd = before
  let refusalCount = 0
  let alreadyStored = 0
  let writing: Promise<unknown> = Promise.resolve()

  const refuse = (id: EntryId, refusal: AppendRefusal): void => {
    refusalCount += 1
    if (refusals.length < mostListed) refusals.push({ id, refusal })
    tx.discard()
  }

  return {
    async add(submissions) {
      // The batch before is written while this one is judged.
      const formed = submissions.map(judgeForm)
      const judged = formed.map((one) => (passed(one) ? judgeFields(one) : one))
      const good = judged.filter(passed)
      await writing
      const surroundings = await readSurroundings(tx, good)
      const { verdicts, newSubjects } = settleBatch(good, surroundings, 'later')
      const outcomes = outcomesOf(submissions, judged, verdicts, end.position)
      for (const outcome of outcomes) {
        if (outcome.state === 'refused') refuse(outcome.id, outcome.refusal)
        if (outcome.state === 'already-stored') alreadyStored += 1
      }
      const fresh = good.filter((_, index) => verdicts[index]?.state === 'new')
      for (const one of fresh) {
        if (one.targets.length === 0) continue
        targetsById.set(one.entry.id, one.targets)
        if (!one.targets.every((target) => surroundings.entries.has(target))) unmet.push(one)
      }
      if (fresh.length === 0) return outcomes
      const opened = insertSubjects(tx, newSubjects, end)
      const receivedAt = new Date()
      const received = fresh.map(({ entry, body }) => ({ entry, body, receivedAt }))
      const inserted = insertEntries(tx, received, opened.end)
      end = inserted.end
      writing = inBackground(Promise.all([opened.stored, inserted.stored]))
      return outcomes
    },

    async finish() {
      await writing
      const links = await findLinks(tx, [...new Set(unmet.flatMap(({ targets }) => targets))])
      for (const one of unmet) {
        const refusal = findTargetRefusal(one, (target) => links.get(target))
        if (refusal !== undefined) refuse(one.entry.id, refusal)
      }
      if (unmet.length > 0) for (const id of findLoops(targetsById)) refuse(id, { reason: 'loop' })
      if (refusalCount > 0) return { state: 'refused', refusals, refusalCount }
      await foldSince(tx, before.position, end.position)
      return { state: 'stored', stored: end.position - before.position, alreadyStored }
    },
  }
}
