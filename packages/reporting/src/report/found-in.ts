import type { Reading } from '../counting/index.ts'
import { caseFilesOf, type Found, foundInCase } from './case-files.ts'

const known = new WeakMap<Reading, readonly Found[]>()

/** The cases in which any indicator finds anything, looked through once for each reading. */
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
    const inCase = foundInCase(file, period)
    if (inCase.units.length > 0) found.push(inCase)
  }
  return found
}
