import { withLatinDigits } from '@sathi/domain/journal'
import type { CaseRow } from './caseload.ts'

/** Rows whose code or known name holds what was typed, in any digits and any case; signs between letters do not matter. */
export function searchCaseload(
  rows: readonly CaseRow[],
  typed: string,
  nameOf: (row: CaseRow) => string | undefined,
): readonly CaseRow[] {
  const wanted = plain(typed)
  if (wanted === '') return rows
  return rows.filter(
    (row) => plain(row.code ?? '').includes(wanted) || plain(nameOf(row) ?? '').includes(wanted),
  )
}

function plain(text: string): string {
  return withLatinDigits(text.normalize('NFC'))
    .toLowerCase()
    .replaceAll(/[\s._/#-]+/g, '')
}
