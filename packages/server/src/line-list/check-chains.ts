import type { AnyKind } from '@sathi/domain'
import type { ChainRows } from './chain-rows.ts'
import { findCircles, type Pointers } from './find-circles.ts'
import type { StoredChains } from './stored-chains.ts'
import { unknownSubject } from './subject-numbers.ts'

/** What is wrong with what a row amends or takes back. */
export type ChainFault = {
  readonly line: number
  readonly column: 'amends' | 'retracts'
  readonly code: 'target-unknown' | 'target-itself' | 'target-loop' | 'target-other-subject' | 'amended-twice'
  readonly found: string
}

/** Tells every fault of a table's chains (LIN-5). Subjects are resolved before. */
export function checkChains(rows: ChainRows, stored: StoredChains, tell: (fault: ChainFault) => void): void {
  if (rows.amends.size + rows.retracts.size === 0) return
  const circles = findCircles([pointersOf(rows, rows.amends), pointersOf(rows, rows.retracts)])
  const amended = markOnce(rows)
  for (const column of ['amends', 'retracts'] as const) {
    for (const [row, found] of rows[column]) {
      const place = { line: rows.lines[row] ?? 0, column, found }
      const code = findTargetFault(rows, stored, circles, row, found)
      if (code !== undefined) tell({ ...place, code })
      if (column === 'retracts' || code === 'target-itself' || code === 'target-unknown') continue
      const isFirst = amended(found)
      // What a stored row amends was judged when it was stored.
      if (!isFirst || (stored.isAmended(found) && !rows.stored.has(row))) {
        tell({ ...place, code: 'amended-twice' })
      }
    }
  }
}

/** Says of each row id whether it is named for the first time. */
function markOnce(rows: ChainRows): (rowId: string) => boolean {
  const inside = new Uint8Array(rows.lines.length)
  const outside = new Set<string>()
  return (rowId) => {
    const row = rows.findRow(rowId)
    const isFirst = row === undefined ? !outside.has(rowId) : inside[row] === 0
    if (row === undefined) outside.add(rowId)
    else inside[row] = 1
    return isFirst
  }
}

function pointersOf(rows: ChainRows, targets: ReadonlyMap<number, string>): Pointers {
  const pointers = new Int32Array(rows.lines.length).fill(-1)
  for (const [row, target] of targets) {
    const other = rows.findRow(target)
    if (other !== undefined && other !== row) pointers[row] = other
  }
  return pointers
}

function findTargetFault(
  rows: ChainRows,
  stored: StoredChains,
  circles: ReadonlySet<number>,
  row: number,
  target: string,
): ChainFault['code'] | undefined {
  const other = rows.findRow(target)
  if (other === row) return 'target-itself'
  if (other !== undefined && circles.has(row) && circles.has(other)) return 'target-loop'
  const own = rows.subjectOfRow[row] ?? unknownSubject
  const subject =
    other === undefined
      ? rows.subjects.numberOf(stored.findSubjectCode(target))
      : (rows.subjectOfRow[other] ?? unknownSubject)
  if (other === undefined && subject === unknownSubject) return 'target-unknown'
  const differ = own !== unknownSubject && subject !== unknownSubject && own !== subject
  return differ ? 'target-other-subject' : undefined
}

/** What would be accepted in place of a broken chain. */
export function acceptedInChain(code: ChainFault['code'], kind: AnyKind): string {
  switch (code) {
    case 'target-unknown':
      return `the row_id of a row of ${kind.name}, in this list or imported before`
    case 'target-itself':
      return `the row_id of another row of ${kind.name}, not of this row itself`
    case 'target-loop':
      return 'a row that came before: these rows amend or retract one another in a circle'
    case 'target-other-subject':
      return `a row with the same ${kind.subjectCode}: to move a record, retract it and add it anew under the right ${kind.subjectCode}`
    case 'amended-twice':
      return 'a row that no other row amends: amend the last row of the chain instead'
  }
}
