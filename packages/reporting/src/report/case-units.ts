import type { SubjectId } from '@sathi/domain'
import {
  type CasePartName,
  type CaseSheet,
  casePartNames,
  noUnits,
  oncePerBook,
  type PeriodDays,
  type SubjectUnit,
} from '../counting/index.ts'
import { caseIndicators } from './indicators.ts'

/** One case as it is now, and what the indicators found in it for the periods asked so far. */
export type CaseFile = {
  readonly subject: SubjectId
  readonly sheet: CaseSheet
  readonly unitsByPeriod: Map<string, CaseUnits>
}

/** The units of one case in one period, in the order of {@link caseIndicators}. */
export type CaseUnits = readonly (readonly SubjectUnit[])[]

/** A year of months, its quarters and some more: beyond that the periods asked longest ago are forgotten. */
const periodsRemembered = 64

const nothingFound: CaseUnits = caseIndicators.map(() => noUnits)

/**
 * What the case indicators find in one case. It depends on the bodies of the case's sheet and the period alone, so that
 * after a new entry only the case that it belongs to is looked at again.
 */
export function unitsOfCase(file: CaseFile, period: PeriodDays): CaseUnits {
  const { unitsByPeriod } = file
  const key = `${period.from}/${period.to}`
  const known = unitsByPeriod.get(key)
  if (known !== undefined) return known
  const found = lookAt(file, period)
  if (unitsByPeriod.size >= periodsRemembered) {
    for (const oldest of unitsByPeriod.keys()) {
      unitsByPeriod.delete(oldest)
      break
    }
  }
  unitsByPeriod.set(key, found)
  return found
}

function lookAt({ subject, sheet }: CaseFile, period: PeriodDays): CaseUnits {
  let any = false
  const found = caseIndicators.map((indicator) => {
    const units = indicator.units(sheet, period)
    if (units.length === 0) return noUnits
    any = true
    return units.map((unit) => ({ ...unit, subject }))
  })
  return any ? found : nothingFound
}

/** Bodies are never changed, so a file found by one of them is the same file when all its other bodies are the same too. */
const filesByBody = new WeakMap<object, CaseFile>()

/** The file of every case in the book. */
export const caseFilesOf = oncePerBook((book): readonly CaseFile[] => {
  const subjects = new Set<SubjectId>()
  for (const name of casePartNames) for (const subject of book[name].keys()) subjects.add(subject)
  const files: CaseFile[] = []
  for (const subject of subjects) {
    const sheet: { [Name in CasePartName]?: CaseSheet[Name] } = {
      cases: book.cases.get(subject),
      repatriation: book.repatriation.get(subject),
      aftercare: book.aftercare.get(subject),
      assessments: book.assessments.get(subject),
      livelihoods: book.livelihoods.get(subject),
      mentoring: book.mentoring.get(subject),
      relief: book.relief.get(subject),
      community: book.community.get(subject),
      evaluation: book.evaluation.get(subject),
    }
    files.push(sameFileOrNew(subject, sheet))
  }
  return files
})

function sameFileOrNew(subject: SubjectId, sheet: CaseSheet): CaseFile {
  let anchor: object | undefined
  for (const name of casePartNames) anchor ??= sheet[name]
  const known = anchor && filesByBody.get(anchor)
  if (known?.subject === subject && casePartNames.every((name) => known.sheet[name] === sheet[name]))
    return known
  const file: CaseFile = { subject, sheet, unitsByPeriod: new Map() }
  if (anchor !== undefined) filesByBody.set(anchor, file)
  return file
}
