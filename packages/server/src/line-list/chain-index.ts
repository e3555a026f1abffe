import type { DraftRow } from './read-row.ts'

/** A place in a table where a chain of amendments is wrong. */
export type ChainFault = {
  readonly line: number
  readonly column: 'row_id' | 'amends' | 'retracts'
  readonly code:
    | 'row-id-twice'
    | 'target-unknown'
    | 'target-itself'
    | 'target-loop'
    | 'target-other-subject'
    | 'amended-twice'
  readonly found: string
}

/** What the store already holds of this kind's chains: rows named by row id. */
export type StoredChains = {
  findSubjectCode(rowId: string): string | undefined
  /** Row id of the stored row that amends this one. */
  findAmender(rowId: string): string | undefined
}

/**
 * The row ids of one table with what they amend and retract, kept small enough for a million rows:
 * rows are numbers, subjects are interned.
 */
export type ChainIndex = {
  add(draft: DraftRow, line: number): void
  check(stored: StoredChains): readonly ChainFault[]
  has(rowId: string): boolean
  /** Row ids that the table's rows amend, and those amended or retracted that stand in no row of the table. */
  targets(): { readonly amended: readonly string[]; readonly outside: readonly string[] }
  /** Subject code of a row: its own, or what it amends or retracts. Undefined while nothing says it. */
  findSubjectCode(rowId: string, stored: StoredChains): string | undefined
}

export function createChainIndex(): ChainIndex {
  const rowByRowId = new Map<string, number>()
  const lines: number[] = []
  const subjectOfRow: number[] = []
  const subjects: string[] = ['']
  const subjectNumbers = new Map<string, number>([['', 0]])
  const amends = new Map<number, string>()
  const retracts = new Map<number, string>()
  const twice: ChainFault[] = []

  const internSubject = (code: string): number => {
    const known = subjectNumbers.get(code)
    if (known !== undefined) return known
    subjects.push(code)
    subjectNumbers.set(code, subjects.length - 1)
    return subjects.length - 1
  }

  const findSubjectCode = (rowId: string, stored: StoredChains): string | undefined => {
    let current = rowId
    for (let steps = 0; steps <= rowByRowId.size; steps++) {
      const row = rowByRowId.get(current)
      if (row === undefined) return stored.findSubjectCode(current)
      const own = subjects[subjectOfRow[row] ?? 0]
      if (own !== undefined && own !== '') return own
      const next = amends.get(row) ?? retracts.get(row)
      if (next === undefined) return undefined
      current = next
    }
    return undefined
  }

  return {
    add(draft, line) {
      if (rowByRowId.has(draft.rowId)) {
        twice.push({ line, column: 'row_id', code: 'row-id-twice', found: draft.rowId })
        return
      }
      const row = lines.length
      rowByRowId.set(draft.rowId, row)
      lines.push(line)
      subjectOfRow.push(internSubject(draft.subjectCode))
      if (draft.amends !== undefined) amends.set(row, draft.amends)
      if (draft.retracts !== undefined) retracts.set(row, draft.retracts)
    },
    has: (rowId) => rowByRowId.has(rowId),
    targets: () => ({
      amended: [...new Set(amends.values())],
      outside: [...new Set([...amends.values(), ...retracts.values()])].filter(
        (target) => !rowByRowId.has(target),
      ),
    }),
    findSubjectCode,
    check(stored) {
      const faults: ChainFault[] = [...twice]
      const rowIds = [...rowByRowId.keys()]
      const amenderOf = new Map<string, string>()
      const looping = rowsInLoops(rowByRowId, amends)
      const checkTarget = (row: number, column: 'amends' | 'retracts', target: string): void => {
        const rowId = rowIds[row] ?? ''
        const line = lines[row] ?? 0
        const fault = (code: ChainFault['code']): void => {
          faults.push({ line, column, code, found: target })
        }
        if (target === rowId) {
          fault('target-itself')
          return
        }
        const known = rowByRowId.has(target) || stored.findSubjectCode(target) !== undefined
        if (!known) {
          fault('target-unknown')
          return
        }
        if (column === 'amends' && looping.has(row)) {
          fault('target-loop')
          return
        }
        const own = subjects[subjectOfRow[row] ?? 0] ?? ''
        const targetSubject = findSubjectCode(target, stored)
        if (own !== '' && targetSubject !== undefined && own !== targetSubject) fault('target-other-subject')
      }
      for (const [row, target] of amends) {
        checkTarget(row, 'amends', target)
        const rowId = rowIds[row] ?? ''
        const other = amenderOf.get(target) ?? stored.findAmender(target)
        if (other !== undefined && other !== rowId) {
          faults.push({ line: lines[row] ?? 0, column: 'amends', code: 'amended-twice', found: target })
        }
        amenderOf.set(target, rowId)
      }
      for (const [row, target] of retracts) checkTarget(row, 'retracts', target)
      return faults.sort((left, right) => left.line - right.line)
    },
  }
}

/** Rows whose chain of amendments comes back to itself. */
function rowsInLoops(
  rowByRowId: ReadonlyMap<string, number>,
  amends: ReadonlyMap<number, string>,
): Set<number> {
  const done = new Set<number>()
  const looping = new Set<number>()
  for (const start of amends.keys()) {
    const path: number[] = []
    const onPath = new Set<number>()
    let row: number | undefined = start
    while (row !== undefined && !done.has(row) && !onPath.has(row)) {
      path.push(row)
      onPath.add(row)
      const target: string | undefined = amends.get(row)
      row = target === undefined ? undefined : rowByRowId.get(target)
    }
    if (row !== undefined && onPath.has(row)) {
      for (const member of path.slice(path.indexOf(row))) looping.add(member)
    }
    for (const member of path) done.add(member)
  }
  return looping
}
