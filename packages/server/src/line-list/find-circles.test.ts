import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCircles } from './find-circles.ts'

/** The plain reading: the rows that one comes to by following its pointers. */
function reachedFrom(row: number, columns: readonly Int32Array[]): ReadonlySet<number> {
  const reached = new Set<number>()
  const waiting = [row]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const column of columns) {
      const target = column[next] ?? -1
      if (target < 0 || reached.has(target)) continue
      reached.add(target)
      waiting.push(target)
    }
  }
  return reached
}

test('LIN-5 every row in a circle is found, and others only on the way from one circle to another', () => {
  const size = 8
  const column = fc
    .array(fc.integer({ min: -3, max: size - 1 }), { minLength: size, maxLength: size })
    .map((targets) => Int32Array.from(targets, (target, row) => (target === row ? -1 : target)))
  fc.assert(
    fc.property(column, column, (amends, retracts) => {
      const columns = [amends, retracts]
      const reached = Array.from({ length: size }, (_, row) => reachedFrom(row, columns))
      const circles = reached.flatMap((rows, row) => (rows.has(row) ? [row] : []))
      const between = reached.flatMap((rows, row) =>
        circles.some((other) => rows.has(other)) && circles.some((other) => reached[other]?.has(row))
          ? [row]
          : [],
      )
      expect([...findCircles(columns)]).toEqual(between)
      expect(between).toEqual(expect.arrayContaining(circles))
    }),
    { numRuns: 1000 },
  )
})
