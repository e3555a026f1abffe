import type { Instant, SubjectId } from '../journal/index.ts'
import { type Access, type BreakGlass, findReach, longestBreakGlass, rolesAt } from './access.ts'
import { hoursAfter } from './hours-after.ts'
import { mayDo } from './may-read.ts'

export type BreakGlassAnswer =
  | { readonly answer: 'opened'; readonly glass: BreakGlass }
  | { readonly answer: 'refused'; readonly reason: 'not_your_duty' | 'no_reason' | 'hours' | 'yours_already' }

/**
 * Whether a case may be opened in need: by whom that is a duty of, for a case not hers, with a reason in words, for 1
 * to 24 whole hours. The data-protection lead is told at once.
 */
export function judgeBreakGlass(
  access: Access,
  asked: { readonly case: SubjectId; readonly words: string; readonly hours: number },
  at: Instant,
): BreakGlassAnswer {
  if (!mayDo(access, 'break_glass', at)) return { answer: 'refused', reason: 'not_your_duty' }
  if (!/\p{L}.*\p{L}/su.test(asked.words)) return { answer: 'refused', reason: 'no_reason' }
  if (!Number.isInteger(asked.hours) || asked.hours < 1 || asked.hours > longestBreakGlass) {
    return { answer: 'refused', reason: 'hours' }
  }
  const hers = rolesAt(access, at).some((role) => findReach(access, role, asked.case, at) === 'assigned')
  if (hers) return { answer: 'refused', reason: 'yours_already' }
  return {
    answer: 'opened',
    glass: { case: asked.case, from: at, until: hoursAfter(at, asked.hours) },
  }
}
