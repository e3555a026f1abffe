import type { EntryId } from '@sathi/domain'
import { type JudgedSubmission, passed } from './judge-submission.ts'

import type { AppendOutcome, AppendRefusal, Submission } from './submission.ts'
import type { Verdict } from './verdict.ts'

/**
 * The answer to each submission, in their order. New entries are numbered on from `end`, the last position before them;
 * `verdicts` are those of the well-formed submissions.
 */
export function outcomesOf(
  submissions: readonly Submission[],
  judged: readonly (JudgedSubmission | AppendRefusal)[],
  verdicts: readonly Verdict[],
  end: number,
): readonly AppendOutcome[] {
  const first = new Map<EntryId, AppendOutcome>()
  let position = end
  let next = 0
  return submissions.map(({ entry: { id } }, index): AppendOutcome => {
    const one = judged[index] as JudgedSubmission | AppendRefusal
    if (!passed(one)) return { id, state: 'refused', refusal: one }
    const verdict = verdicts[next++] as Verdict
    if (verdict.state === 'repeated') return repeated(first.get(id))
    const outcome: AppendOutcome =
      verdict.state === 'new' ? { id, state: 'stored', position: ++position } : { id, ...verdict }
    if (!first.has(id)) first.set(id, outcome)
    return outcome
  })
}

function repeated(first: AppendOutcome | undefined): AppendOutcome {
  if (first === undefined) throw new Error('a repeated entry without its first')
  return first.state === 'stored' ? { ...first, state: 'already-stored' } : first
}
