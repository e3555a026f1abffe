import type { SubjectId } from '@sathi/domain'
import { type CaseGroups, groupsOfCase } from '../cases/index.ts'
import {
  type CasePartName,
  type CaseSheet,
  casePartNames,
  noUnits,
  oncePerBook,
  type PeriodDays,
  type Unit,
} from '../counting/index.ts'
import { caseIndicators } from './indicators.ts'

/** One case as it is now, and what the indicators found in it for the periods asked so far. */
type CaseFile = {
  readonly subject: SubjectId
  readonly sheet: CaseSheet
  readonly groups: CaseGroups
  readonly foundByPeriod: Map<string, Found>
}

/**
 * What the case indicators find in one case in one period. Of each unit `indicators` holds, at the same place, which of
 * {@link caseIndicators} found it: two lists, because millions of them are read for every report.
 */
export type Found = {
  readonly subject: SubjectId
  readonly groups: CaseGroups
  readonly units: readonly Unit[]
  readonly indicators: readonly number[]
}

/** A year of months, its quarters and some more: beyond that the periods asked longest ago are forgotten. */
const periodsRemembered = 64

/**
 * What depends on the bodies of one case's sheet and the period alone, so that after a new entry only the case that it
 * belongs to is looked at again.
 */
export function foundInCase(file: CaseFile, period: PeriodDays): Found {
  const { foundByPeriod } = file
  const known = foundByPeriod.get(period.key)
  if (known !== undefined) return known
  const found = lookAt(file, period)
  if (foundByPeriod.size >= periodsRemembered) foundByPeriod.clear()
  foundByPeriod.set(period.key, found)
  return found
}

function lookAt({ subject, groups, sheet }: CaseFile, period: PeriodDays): Found {
  let units: Unit[] | undefined
  let indicators: number[] | undefined
  for (let index = 0; index < caseIndicators.length; index += 1) {
    for (const unit of caseIndicators[index]?.units(sheet, period) ?? noUnits) {
      units ??= []
      indicators ??= []
      units.push(unit)
      indicators.push(index)
    }
  }
  return { subject, groups, units: units ?? noUnits, indicators: indicators ?? noUnits }
}

/** Bodies are never changed, so a file found by one of them is the same file when all its other bodies are the same too. */
const filesByBody = new WeakMap<object, CaseFile>()

/** The file of every case in the book. */
export const caseFilesOf = oncePerBook((book): readonly CaseFile[] => {
  const subjects = new Set<SubjectId>()
  for (const name of casePartNames) for (const subject of book[name].keys()) subjects.add(subject)
  return Array.from(subjects, (subject) =>
    sameFileOrNew(subject, {
      cases: book.cases.get(subject),
      repatriation: book.repatriation.get(subject),
      aftercare: book.aftercare.get(subject),
      assessments: book.assessments.get(subject),
      livelihoods: book.livelihoods.get(subject),
      mentoring: book.mentoring.get(subject),
      relief: book.relief.get(subject),
      community: book.community.get(subject),
      evaluation: book.evaluation.get(subject),
    }),
  )
})

function sameFileOrNew(subject: SubjectId, sheet: Required<CaseSheet>): CaseFile {
  let anchor: object | undefined
  for (const name of casePartNames) anchor ??= sheet[name]
  const known = anchor && filesByBody.get(anchor)
  if (known?.subject === subject && hasSameBodies(known.sheet, sheet)) return known
  const file = { subject, sheet, groups: groupsOfCase(sheet.cases), foundByPeriod: new Map() }
  if (anchor !== undefined) filesByBody.set(anchor, file)
  return file
}

function hasSameBodies(one: CaseSheet, other: CaseSheet): boolean {
  return casePartNames.every((name: CasePartName) => one[name] === other[name])
}
