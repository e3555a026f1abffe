import type { SubjectId } from '@sathi/domain'
import type { CaseGroups } from '../cases/index.ts'
import type { Reading } from '../counting/index.ts'
import { type CaseUnits, caseFilesOf, unitsOfCase } from './case-units.ts'

/** A case in which an indicator finds something in the period, and the groups to which she belongs. */
export type Found = { readonly subject: SubjectId; readonly groups: CaseGroups; readonly units: CaseUnits }

const known = new WeakMap<Reading, readonly Found[]>()

/** The cases in which any indicator finds anything, once for each reading. */
export function foundIn(reading: Reading): readonly Found[] {
  let found = known.get(reading)
  if (found === undefined) {
    found = lookThrough(reading)
    known.set(reading, found)
  }
  return found
}

function lookThrough({ book, period }: Reading): Found[] {
  const found: Found[] = []
  for (const file of caseFilesOf(book)) {
    const units = unitsOfCase(file, period)
    if (units.length > 0) found.push({ subject: file.subject, groups: file.groups, units })
  }
  return found
}
