import { readCell } from './cell-text.ts'
import { MOST_COLUMNS, ROWS_PER_BATCH } from './limits.ts'
import type { TableHeader, TablePart, TableRow } from './line-list-source.ts'
import { type Problem, tableFault } from './table-fault.ts'

/** How a format counts the cells of a row: a CSV row has as many as its header, a sheet leaves empty ones out. */
export type CellCount = 'exact' | 'sparse'

export type TableAssembly = ReturnType<typeof assembleTable>

/**
 * Turns the raw rows of one table, of either format, into its parts: the first row that holds anything is the
 * header; rows that hold nothing are left out; every other row is checked against the header.
 */
export function assembleTable(file: string, count: CellCount) {
  let header: TableHeader | undefined
  let rows: TableRow[] = []
  let parts: TablePart[] = []
  let ended = false
  let lastLine = 0

  function fault(problem: Problem, line: number | null, column: string | null = null, fatal = false): void {
    flush()
    parts.push({ kind: 'fault', fault: tableFault(file, problem, line, column), fatal })
    if (fatal) ended = true
  }

  function flush(): void {
    if (rows.length > 0) parts.push({ kind: 'rows', rows })
    rows = []
  }

  function addHeader(line: number, cells: readonly (string | Problem)[]): void {
    const problems = headerProblems(cells)
    problems.forEach(({ column, ...problem }, index) => {
      fault(problem, line, column, index === problems.length - 1)
    })
    if (ended) return
    header = { line, columns: cells.filter((cell) => typeof cell === 'string') }
    parts.push({ kind: 'header', header })
  }

  function addRow(line: number, cells: (string | Problem)[], { columns }: TableHeader): void {
    const before = parts.length
    const wrongCount = countProblem(cells.length, columns.length)
    if (wrongCount) fault(wrongCount, line)
    else
      cells.forEach((cell, index) => {
        if (typeof cell !== 'string') fault(cell, line, columns[index] ?? null)
      })
    if (parts.length > before) return
    const texts = cells.filter((cell) => typeof cell === 'string')
    while (texts.length < columns.length) texts.push('')
    rows.push({ line, cells: texts })
    if (rows.length === ROWS_PER_BATCH) flush()
  }

  function countProblem(found: number, expected: number): Problem | undefined {
    const accepted = `as many cells as the header has: ${expected}`
    if (found > expected) return { code: 'too-many-cells', found: `cells: ${found}`, accepted }
    if (found < expected && count === 'exact')
      return { code: 'too-few-cells', found: `cells: ${found}`, accepted }
    return undefined
  }

  return {
    /** Adds one row as it stands in the file; a cell is its raw text, or what is wrong with it. */
    add(line: number, raw: readonly (string | Problem)[]): void {
      if (ended) return
      lastLine = line
      const cells = raw.map((cell) => (typeof cell === 'string' ? readCell(cell) : cell))
      if (cells.every((cell) => cell === '')) return
      if (count === 'sparse') while (cells.at(-1) === '') cells.pop()
      if (header) addRow(line, cells, header)
      else addHeader(line, cells)
    },
    fault,
    /** The end of the file. A table without a header is no table. */
    end(): void {
      if (ended) return
      if (!header) fault(noHeader, null, null, true)
      flush()
      ended = true
    },
    /** What has come together since the last call; whole batches only, until the table ends. */
    take(): TablePart[] {
      const taken = parts
      parts = []
      return taken
    },
    get header(): TableHeader | undefined {
      return header
    },
    get ended(): boolean {
      return ended
    },
    get lastLine(): number {
      return lastLine
    },
  }
}

const noHeader: Problem = {
  code: 'no-header',
  found: 'nothing',
  accepted: 'a first row with the names of the columns',
}

type HeaderProblem = Problem & { column: string | null }

function headerProblems(cells: readonly (string | Problem)[]): HeaderProblem[] {
  if (cells.length > MOST_COLUMNS) {
    const found = `${cells.length} columns`
    return [{ code: 'too-many-columns', found, accepted: `at most ${MOST_COLUMNS} columns`, column: null }]
  }
  const only = cells.length === 1 ? cells[0] : undefined
  if (typeof only === 'string' && /[;\t|]/.test(only)) {
    const accepted = 'commas between the columns (save as "CSV UTF-8, comma delimited")'
    return [{ code: 'wrong-separator', found: only, accepted, column: null }]
  }
  const seen = new Map<string, number>()
  return cells.flatMap((cell, index): HeaderProblem[] => {
    if (typeof cell !== 'string') return [{ ...cell, column: null }]
    if (cell === '') {
      const found = `no name over column ${index + 1}`
      return [{ code: 'empty-header', found, accepted: 'a name over each column', column: null }]
    }
    const first = seen.get(cell)
    seen.set(cell, first ?? index)
    if (first === undefined) return []
    const found = `${cell} over columns ${first + 1} and ${index + 1}`
    return [{ code: 'duplicate-column', found, accepted: 'each column once', column: cell }]
  })
}
