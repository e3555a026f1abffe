import type { ChainRows } from './chain-rows.ts'
import type { StoredChains } from './stored-chains.ts'
import { unknownSubject } from './subject-numbers.ts'

/** Gives each row without a subject of its own that of the row it amends or takes back. Each row is walked over once. */
export function resolveSubjects(rows: ChainRows, stored: StoredChains): void {
  if (rows.withoutSubject.length === 0) return
  const walked = new Uint8Array(rows.lines.length)
  for (const start of rows.withoutSubject) {
    const path: number[] = []
    let subject = unknownSubject
    let row: number | undefined = start
    while (row !== undefined && subject === unknownSubject && walked[row] === 0) {
      walked[row] = 1
      path.push(row)
      const target: string = rows.amends.get(row) ?? rows.retracts.get(row) ?? ''
      row = rows.findRow(target)
      subject =
        row === undefined
          ? rows.subjects.numberOf(stored.findSubjectCode(target))
          : (rows.subjectOfRow[row] ?? unknownSubject)
    }
    for (const one of path) rows.subjectOfRow[one] = subject
  }
}

/** Once subjects are resolved: the subject codes of rows that leave theirs out, by row id. */
export function impliedSubjects(rows: ChainRows): ReadonlyMap<string, string> {
  const rowIds = rows.withoutSubject.length > 0 ? rows.rowIds() : []
  return new Map(
    rows.withoutSubject.flatMap((row) => {
      const code = rows.subjects.findCode(rows.subjectOfRow[row])
      return code === undefined ? [] : [[rowIds[row] ?? '', code] as const]
    }),
  )
}
