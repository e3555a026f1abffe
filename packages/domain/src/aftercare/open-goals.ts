import {
  type CodeOf,
  type DayNumber,
  dayNumberOf,
  type EntryId,
  type Fact,
  type OpenOf,
  recorded,
} from '../journal/index.ts'
import type { aftercareKinds, aftercareLists } from './kinds.ts'

/** A goal of her plan that is neither met nor dropped, as last written. */
export type OpenGoal = {
  readonly id: EntryId
  readonly goal: string
  readonly domain: CodeOf<typeof aftercareLists.goalDomains>
  readonly status: 'open' | 'in_progress'
  readonly dueOn?: DayNumber
}

/** The open goals, the next due first, those without a date last (AFT-7). */
export function openGoalsOf(goals: readonly Fact<OpenOf<typeof aftercareKinds.plan_goal>>[]): OpenGoal[] {
  const latest = new Map(goals.map((fact) => [fact.open.goal_id, fact]))
  const open: OpenGoal[] = []
  for (const fact of latest.values()) {
    const { goal_id: goal, domain, status, due_on } = fact.open
    if (status === 'met' || status === 'dropped') continue
    const dueOn = due_on === undefined ? undefined : dayNumberOf(due_on)
    open.push(recorded({ id: fact.id, goal, domain, status, dueOn }))
  }
  return open.sort(
    (left, right) =>
      (left.dueOn ?? Number.POSITIVE_INFINITY) - (right.dueOn ?? Number.POSITIVE_INFINITY) ||
      (left.goal < right.goal ? -1 : 1),
  )
}
