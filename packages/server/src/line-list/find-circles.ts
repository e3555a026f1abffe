/** For each row, the row that it points at in one column; -1 where it points at none of the table. */
export type Pointers = Int32Array

/**
 * Rows that point at one another in a circle, by their numbers; rows that only lead into a circle are not among them,
 * except on the way from one circle to another. Memory and time grow with the number of rows only.
 */
export function findCircles(columns: readonly Pointers[]): ReadonlySet<number> {
  const size = columns[0]?.length ?? 0
  const left = new Uint8Array(size).fill(1)
  const referrers = referrersOf(columns, size)
  // What points at nothing that is left is in no circle, nor is then what nothing that is left points at.
  peel(
    left,
    (row) => columns.map((column) => column[row] ?? -1).filter((target) => target >= 0),
    (row) => referrers.subarray(referrers[row] ?? 0, referrers[row + 1] ?? 0),
  )
  peel(
    left,
    (row) => referrers.subarray(referrers[row] ?? 0, referrers[row + 1] ?? 0),
    (row) => columns.map((column) => column[row] ?? -1).filter((target) => target >= 0),
  )
  const circles = new Set<number>()
  for (let row = 0; row < size; row++) if (left[row] === 1) circles.add(row)
  return circles
}

type Neighbours = (row: number) => Iterable<number>

/** Takes away, again and again, rows that have none left among their `ahead`; `behind` are the rows that have them ahead. */
function peel(left: Uint8Array, ahead: Neighbours, behind: Neighbours): void {
  const waiting = new Int32Array(left.length)
  const free: number[] = []
  for (let row = 0; row < left.length; row++) {
    if (left[row] === 0) continue
    for (const other of ahead(row)) waiting[row] = (waiting[row] ?? 0) + (left[other] ?? 0)
    if (waiting[row] === 0) free.push(row)
  }
  for (let row = free.pop(); row !== undefined; row = free.pop()) {
    left[row] = 0
    for (const other of behind(row)) {
      if (left[other] === 0) continue
      waiting[other] = (waiting[other] ?? 0) - 1
      if (waiting[other] === 0) free.push(other)
    }
  }
}

/** Rows by the row that they point at, in one array: from place `array[row]` to `array[row + 1]` stand those of `row`. */
function referrersOf(columns: readonly Pointers[], size: number): Int32Array {
  const counts = new Int32Array(size + 1)
  let total = 0
  for (const column of columns) {
    for (const target of column) {
      if (target < 0) continue
      counts[target] = (counts[target] ?? 0) + 1
      total += 1
    }
  }
  const referrers = new Int32Array(size + 1 + total)
  let next = size + 1
  for (let row = 0; row <= size; row++) {
    referrers[row] = next
    next += counts[row] ?? 0
  }
  const places = referrers.slice(0, size)
  for (const column of columns) {
    for (const [row, target] of column.entries()) {
      if (target < 0) continue
      const place = places[target] ?? 0
      referrers[place] = row
      places[target] = place + 1
    }
  }
  return referrers
}
