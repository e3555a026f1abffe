import type { SubjectId } from '@sathi/domain'
import { type CaseGroups, groupsOfCase } from '../cases/index.ts'
import { type OpenBook, oncePerBook, type SubjectUnit } from '../counting/index.ts'
import { caseDimensions, type Dimension, trainingDimensions } from '../figures/index.ts'
import { caseFilesOf } from './case-files.ts'
import { inOrderOfCode } from './groups-in-order.ts'

/** The dimensions by which an indicator is broken down. */
export function dimensionsOf(breakdown: 'case' | 'training' | undefined): readonly Dimension[] {
  if (breakdown === undefined) return []
  return breakdown === 'case' ? caseDimensions : trainingDimensions
}

/**
 * The units of each group of a dimension. A case of several types of exploitation stands in each of them, and what two
 * cases share in the groups of both. Only groups in which there is anything occur.
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
  return inOrderOfCode(byGroup)
}

const groupsBySubject = oncePerBook((book): ReadonlyMap<SubjectId, CaseGroups> => {
  return new Map(caseFilesOf(book).map(({ subject, groups }) => [subject, groups]))
})

const groupsOfUnknownCase = groupsOfCase(undefined)

function groupsOfUnit(book: OpenBook, unit: SubjectUnit, dimension: Dimension): Iterable<string> {
  if (unit.training !== undefined) return [unit.training[dimension as keyof typeof unit.training]]
  const groupsOf = (subject: SubjectId) => {
    return (groupsBySubject(book).get(subject) ?? groupsOfUnknownCase)[
      dimension as (typeof caseDimensions)[number]
    ]
  }
  if (!unit.alsoOf?.length) return groupsOf(unit.subject)
  return new Set([unit.subject, ...unit.alsoOf].flatMap(groupsOf))
}
