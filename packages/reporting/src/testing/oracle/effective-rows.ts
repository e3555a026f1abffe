import { dayNumber } from './day-number.ts'
import { cell, type Row } from './row.ts'

/** A fact that stands: the last row of its chain, with the day it counts as. */
export type Fact = { row: Row; id: string; day: number }

/**
 * The facts of one file: each chain of amendments by its last row, without those taken back. Retracting any
 * row of a chain takes the whole fact back; a retraction says what its last amendment says, and a retraction
 * that is itself retracted still takes its target back.
 */
export function effectiveRows(rows: Row[]): Fact[] {
  const byId = new Map(rows.map((row) => [cell(row, 'row_id'), row]))
  const firstOfChain = (row: Row): Row => {
    let first = row
    while (cell(first, 'amends') !== '') first = rowWithId(byId, cell(first, 'amends'))
    return first
  }
  const amendedBy = new Map(rows.map((row) => [cell(row, 'amends'), row]))
  const lastOfChain = (row: Row): Row => {
    let last = row
    for (;;) {
      const next = amendedBy.get(cell(last, 'row_id'))
      if (next === undefined) return last
      last = next
    }
  }
  const chains = rows.filter((row) => cell(row, 'amends') === '')
  const takenBack = new Set<Row>()
  for (const first of chains) {
    if (cell(first, 'retracts') === '') continue
    takenBack.add(firstOfChain(rowWithId(byId, cell(lastOfChain(first), 'retracts'))))
  }
  return chains
    .filter((first) => cell(first, 'retracts') === '' && !takenBack.has(first))
    .map((first) => lastOfChain(first))
    .map((row) => ({ row, id: cell(row, 'row_id'), day: dayNumber(cell(row, 'occurred_on')) }))
    .sort(inTimeOrder)
}

/** Earlier first; on one day the smaller row_id, compared as a string, is the earlier. */
export function inTimeOrder(a: Fact, b: Fact): number {
  if (a.day !== b.day) return a.day - b.day
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

function rowWithId(byId: Map<string, Row>, id: string): Row {
  const row = byId.get(id)
  if (row === undefined) throw new Error(`no row ${id}`)
  return row
}
