import { type ChainRows, countRowsOfSubjects } from './chain-rows.ts'
import { unknownSubject } from './subject-numbers.ts'

/** More rows about one subject are no record of a life or a course; and a journal is folded as a whole. */
export const mostRowsOfSubject = 10_000

/** Subjects of which a table has more rows than that, each with the line of the first row too many. */
export function findCrowdedSubjects(rows: ChainRows): { readonly line: number; readonly code: string }[] {
  const counts = countRowsOfSubjects(rows)
  if (counts.every((count) => count <= mostRowsOfSubject)) return []
  const seen = new Uint32Array(rows.subjects.size)
  return rows.subjectOfRow.flatMap((subject, row) => {
    const number = (seen[subject] ?? 0) + 1
    seen[subject] = number
    const code = rows.subjects.findCode(subject)
    if (subject === unknownSubject || code === undefined || number !== mostRowsOfSubject + 1) return []
    return [{ line: rows.lines[row] ?? 0, code }]
  })
}
