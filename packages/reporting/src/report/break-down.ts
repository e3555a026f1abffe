import type { SubjectId } from '@sathi/domain'
import { groupsOfCase, notRecorded } from '../cases/index.ts'
import type { OpenBook, SubjectUnit } from '../counting/index.ts'
import { caseDimensions, type Dimension, trainingDimensions } from '../figures/index.ts'

/** The dimensions by which an indicator is broken down. */
export function dimensionsOf(breakdown: 'case' | 'training' | undefined): readonly Dimension[] {
  if (breakdown === undefined) return []
  return breakdown === 'case' ? caseDimensions : trainingDimensions
}

/**
 * The units of each group of a dimension, groups in order of their code with `not_recorded` last. A case of several
 * types of exploitation stands in each of them. Only groups in which there is anything occur.
 */
export function breakDown(
  book: OpenBook,
  units: readonly SubjectUnit[],
  dimension: Dimension,
): ReadonlyMap<string, readonly SubjectUnit[]> {
  const byGroup = new Map<string, SubjectUnit[]>()
  for (const unit of units) {
    for (const group of groupsOfUnit(book, unit, dimension)) {
      const members = byGroup.get(group)
      if (members === undefined) byGroup.set(group, [unit])
      else members.push(unit)
    }
  }
  return new Map([...byGroup].sort(([left], [right]) => notRecordedLast(left, right)))
}

function groupsOfUnit(book: OpenBook, unit: SubjectUnit, dimension: Dimension): Iterable<string> {
  if (unit.training !== undefined) return [unit.training[dimension as keyof typeof unit.training]]
  const groupsOf = (subject: SubjectId) => {
    return groupsOfCase(book.cases.get(subject))[dimension as (typeof caseDimensions)[number]]
  }
  if (!unit.alsoOf?.length) return groupsOf(unit.subject)
  return new Set([unit.subject, ...unit.alsoOf].flatMap(groupsOf))
}

function notRecordedLast(left: string, right: string): number {
  if (left === notRecorded || right === notRecorded) return left === notRecorded ? 1 : -1
  return left < right ? -1 : 1
}
