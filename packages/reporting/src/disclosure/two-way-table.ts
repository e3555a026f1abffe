import type { CountTable, TableSum } from './count-table.ts'

/** The name under which a two-way table holds the total of a row, of a column, and of all. */
export const allOfThem = 'total'

/** The name of the cell of a two-way table in this row and column; `allOfThem` for the totals. */
export function cellName(row: string, column: string): string {
  return `${row} × ${column}`
}

/**
 * A breakdown by two things at once, in which everybody is counted in exactly one cell; the totals of the rows, of the
 * columns and of all come with it. A cell that a row does not name counts nobody.
 */
export function twoWayTable(cells: ReadonlyMap<string, ReadonlyMap<string, number>>): CountTable {
  const rows = [...cells.keys()]
  const columns = [...new Set([...cells.values()].flatMap((row) => [...row.keys()]))]
  if (rows.includes(allOfThem) || columns.includes(allOfThem)) {
    throw new RangeError(`no row or column may be named ${allOfThem}`)
  }
  const counts = new Map<string, number>()
  const sums: TableSum[] = []
  const add = (name: string, count: number) => counts.set(name, (counts.get(name) ?? 0) + count)
  for (const row of [...rows, allOfThem]) {
    sums.push({ whole: cellName(row, allOfThem), parts: columns.map((column) => cellName(row, column)) })
  }
  for (const column of [...columns, allOfThem]) {
    sums.push({ whole: cellName(allOfThem, column), parts: rows.map((row) => cellName(row, column)) })
  }
  for (const row of rows) {
    for (const column of columns) {
      const count = cells.get(row)?.get(column) ?? 0
      for (const inRow of [row, allOfThem]) {
        for (const inColumn of [column, allOfThem]) add(cellName(inRow, inColumn), count)
      }
    }
  }
  return { counts, sums, unpublished: [] }
}
