import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCheapestSolution } from './find-cheapest-solution.ts'

/** The values, each multiplied by its factor, added up. */
function together(factors: readonly number[], values: readonly number[]): number {
  return factors.reduce((sum, factor, index) => sum + factor * (values[index] ?? Number.NaN), 0)
}

/** The least cost over all whole values from 0 to `highest`, tried one after the other. */
function leastCost(
  equations: readonly { factors: readonly number[]; total: number }[],
  costs: readonly number[],
  highest: number,
): number {
  const search = (values: readonly number[]): number => {
    if (values.length === costs.length) {
      const holds = equations.every(({ factors, total }) => together(factors, values) === total)
      return holds ? together(costs, values) : Number.POSITIVE_INFINITY
    }
    return Math.min(...Array.from({ length: highest + 1 }, (_, value) => search([...values, value])))
  }
  return search([])
}

describe('findCheapestSolution', () => {
  test('takes the cheaper of two ways', () => {
    expect(findCheapestSolution([{ factors: [1, 1], total: 7 }], [3, 2])).toEqual([0, 7])
  })

  test('finds nothing where the equations contradict each other, or ask for less than nothing', () => {
    const contradiction = [
      { factors: [1, 1], total: 7 },
      { factors: [1, 1], total: 8 },
    ]
    expect(findCheapestSolution(contradiction, [0, 0])).toBeUndefined()
    expect(findCheapestSolution([{ factors: [1, 1], total: -1 }], [0, 0])).toBeUndefined()
  })

  test('is not disturbed by equations that say the same twice', () => {
    const twice = [
      { factors: [1, 1, 0], total: 5 },
      { factors: [-2, -2, 0], total: -10 },
      { factors: [0, 1, 1], total: 3 },
    ]
    expect(findCheapestSolution(twice, [1, 5, 1])).toEqual([5, 0, 3])
  })

  test('with nothing to find, the equations hold or they do not', () => {
    expect(findCheapestSolution([{ factors: [], total: 0 }], [])).toEqual([])
    expect(findCheapestSolution([{ factors: [], total: 1 }], [])).toBeUndefined()
    expect(findCheapestSolution([], [4, 4])).toEqual([0, 0])
  })

  // The unknowns are the cells of a table, the equations the totals of its rows and columns: such solutions are whole.
  test('over the totals of a table it costs as little as the best of all tables', () => {
    const margins = fc.tuple(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }),
    )
    const rows = [
      [1, 1, 0, 0],
      [0, 0, 1, 1],
      [1, 0, 1, 0],
      [0, 1, 0, 1],
    ]
    fc.assert(
      fc.property(margins, fc.integer({ min: 0, max: 1 }), ([cells, costs], astray) => {
        const equations = rows.map((factors, row) => ({
          factors,
          total: together(factors, cells) + (row === 0 ? astray : 0),
        }))
        const solution = findCheapestSolution(equations, costs)
        if (astray > 0) {
          expect(solution).toBeUndefined()
          return
        }
        const cost = together(costs, solution ?? [])
        expect(cost).toBe(leastCost(equations, costs, 6))
        expect(solution?.every((value) => Number.isInteger(value) && value >= 0)).toBe(true)
      }),
    )
  })

  test('whatever the equations, the values satisfy them, and no whole values cost less', () => {
    const factor = fc.integer({ min: -1, max: 1 })
    const lines = fc.array(fc.array(factor, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    const values = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(lines, values, values, (some, known, costs) => {
        const equations = some.map((factors) => ({ factors, total: together(factors, known) }))
        const solution = findCheapestSolution(equations, costs) ?? []
        expect(solution).toHaveLength(4)
        for (const { factors, total } of equations) expect(together(factors, solution)).toBeCloseTo(total, 9)
        for (const value of solution) expect(value).toBeGreaterThanOrEqual(-1e-9)
        expect(together(costs, solution)).toBeLessThanOrEqual(leastCost(equations, costs, 4) + 1e-9)
      }),
    )
  })
})
