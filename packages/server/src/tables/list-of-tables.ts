import { inMebibytes, LARGEST_LIST_BYTES, MOST_TABLES } from './limits.ts'
import type { Problem } from './table-fault.ts'

/** Names that differ only in capitals are one name: some disks and spreadsheet programs do not tell them apart. */
export function findDuplicateTable(names: readonly string[]): Problem | undefined {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name.toLowerCase())) {
      return { code: 'duplicate-table', found: `${name} twice`, accepted: 'each table once' }
    }
    seen.add(name.toLowerCase())
  }
  return undefined
}

export function tooManyTables(count: number): Problem {
  return { code: 'too-many-tables', found: `${count} tables`, accepted: `at most ${MOST_TABLES} tables` }
}

export function listTooLarge(bytes: number): Problem {
  const accepted = `a list of at most ${inMebibytes(LARGEST_LIST_BYTES)} altogether`
  return { code: 'too-large', found: inMebibytes(bytes), accepted }
}
