/** One equation: the unknowns, each multiplied by its factor, add up to the total. */
export type Equation = { readonly factors: readonly number[]; readonly total: number }

/** What differs from zero by less is a rounding error; all factors here are whole numbers. */
const tolerance = 1e-9

/**
 * Non-negative values of the unknowns that satisfy all equations at the least cost, or undefined where there are none.
 * A cost is what one unit of that unknown costs, 0 or more. Where the equations are those of tables with totals, the
 * values are whole numbers.
 *
 * Source: the two-phase simplex method with Bland's rule, Bland 1977, Mathematics of Operations Research 2: 103-107.
 */
export function findCheapestSolution(
  equations: readonly Equation[],
  costs: readonly number[],
): number[] | undefined {
  const unknowns = costs.length
  const rows = equations.map(({ factors, total }) => {
    const sign = total < 0 ? -1 : 1
    return [...factors.map((factor) => sign * factor), sign * total]
  })
  // Each equation begins with a stand-in unknown of its own (numbered after the others) that makes up its whole total;
  // the first phase drives the stand-ins to 0.
  const basis = rows.map((_, row) => unknowns + row)
  const shortfall = Array.from({ length: unknowns + 1 }, (_, column) =>
    rows.reduce((total, row) => total - at(row, column), 0),
  )
  const price = [...costs, 0]
  const lines = [...rows, shortfall, price]

  const pivot = (row: number, column: number): void => {
    const line = lineAt(lines, row)
    const factor = at(line, column)
    for (let index = 0; index < line.length; index += 1) line[index] = at(line, index) / factor
    for (const other of lines) {
      const times = at(other, column)
      if (other === line || times === 0) continue
      for (let index = 0; index < other.length; index += 1)
        other[index] = at(other, index) - times * at(line, index)
    }
    basis[row] = column
  }

  const descend = (objective: readonly number[]): void => {
    for (;;) {
      const column = objective.findIndex((value, index) => index < unknowns && value < -tolerance)
      if (column < 0) return
      const row = leavingRow(rows, basis, column)
      if (row === undefined) throw new RangeError('the cost falls without end')
      pivot(row, column)
    }
  }

  descend(shortfall)
  if (at(shortfall, unknowns) < -tolerance) return undefined
  for (const [row, line] of rows.entries()) {
    if (at(basis, row) < unknowns) continue
    const column = line.findIndex((value, index) => index < unknowns && Math.abs(value) > tolerance)
    if (column >= 0) pivot(row, column)
  }
  descend(price)

  const values = Array.from({ length: unknowns }, () => 0)
  for (const [row, line] of rows.entries()) {
    if (at(basis, row) < unknowns) values[at(basis, row)] = at(line, unknowns)
  }
  return values
}

/** The equation whose unknown reaches 0 first when the one of this column grows; of several the lowest unknown. */
function leavingRow(rows: readonly number[][], basis: readonly number[], column: number): number | undefined {
  let leaving: number | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [row, line] of rows.entries()) {
    if (at(line, column) <= tolerance) continue
    const ratio = at(line, line.length - 1) / at(line, column)
    const first = leaving === undefined || at(basis, row) < at(basis, leaving)
    if (ratio < least - tolerance || (ratio <= least + tolerance && first)) {
      least = Math.min(least, ratio)
      leaving = row
    }
  }
  return leaving
}

function at(line: readonly number[], index: number): number {
  return line[index] as number
}

function lineAt(lines: readonly number[][], index: number): number[] {
  return lines[index] as number[]
}
