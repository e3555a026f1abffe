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
export type CaseFile = {
  readonly subject: SubjectId
  readonly sheet: CaseSheet
  readonly groups: CaseGroups
  readonly unitsByPeriod: Map<string, CaseUnits>
}

/** The units of one case in one period, for each indicator that finds any; `index` is its place in {@link caseIndicators}. */
export type CaseUnits = readonly { readonly index: number; readonly units: readonly Unit[] }[]

/** A year of months, its quarters and some more: beyond that the periods asked longest ago are forgotten. */
const periodsRemembered = 64

/**
 * What the case indicators find in one case. It depends on the bodies of the case's sheet and the period alone, so that
 * after a new entry only the case that it belongs to is looked at again.
 */
export function unitsOfCase({ sheet, unitsByPeriod }: CaseFile, period: PeriodDays): CaseUnits {
  const known = unitsByPeriod.get(period.key)
  if (known !== undefined) return known
  const found = lookAt(sheet, period)
  if (unitsByPeriod.size >= periodsRemembered) forgetOldest(unitsByPeriod)
  unitsByPeriod.set(period.key, found)
  return found
}

function lookAt(sheet: CaseSheet, period: PeriodDays): CaseUnits {
  const found: { index: number; units: readonly Unit[] }[] = []
  for (let index = 0; index < caseIndicators.length; index += 1) {
    const units = caseIndicators[index]?.units(sheet, period) ?? noUnits
    if (units.length > 0) found.push({ index, units })
  }
  return found.length === 0 ? noUnits : found
}

function forgetOldest(unitsByPeriod: Map<string, CaseUnits>): void {
  const [oldest] = unitsByPeriod.keys()
  if (oldest !== undefined) unitsByPeriod.delete(oldest)
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
  const file = { subject, sheet, groups: groupsOfCase(sheet.cases), unitsByPeriod: new Map() }
  if (anchor !== undefined) filesByBody.set(anchor, file)
  return file
}

function hasSameBodies(one: CaseSheet, other: CaseSheet): boolean {
  return casePartNames.every((name: CasePartName) => one[name] === other[name])
}
