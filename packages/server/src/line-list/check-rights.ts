import type { AnyKind, SubjectId } from '@sathi/domain'
import type { ChainRows } from './chain-rows.ts'
import { type RowFault, shown } from './fault.ts'
import type { Importer } from './importer.ts'
import type { DraftRow } from './read-row.ts'
import type { SubjectDirectory } from './subject-directory.ts'

/** Whether a case is not there or not hers is not told apart. */
export const acceptedCase = 'the code of a case that case_opened opens, in this list or before'

/** Whether the rows of a table are the importing member's to write. Without a member everything may come in. */
export type RightsCheck = {
  readonly table: RowFault | undefined
  /** Of a row that names its case. */
  row(draft: DraftRow): RowFault | undefined
  /** Of rows that leave it out, once subjects are resolved, with their numbers. */
  between(rows: ChainRows): readonly (RowFault & { readonly row: number })[]
}

const everything: RightsCheck = { table: undefined, row: () => undefined, between: () => [] }

export function openRightsCheck(
  kind: AnyKind,
  importer: Importer | undefined,
  directory: SubjectDirectory,
): RightsCheck {
  if (importer === undefined) return everything
  if (!importer.mayAdd(kind, 'new')) return { ...everything, table: kindNotHers(kind) }
  if (kind.subject !== 'case') return everything
  const notThere = (column: string, found: string): RowFault => ({
    column,
    code: 'case-never-opened',
    found,
    accepted: acceptedCase,
  })
  const stored = (code: string): SubjectId | 'new' => directory.find('case', code) ?? 'new'
  return {
    table: undefined,
    row({ subjectCode, amends, retracts }) {
      if (subjectCode === '') return undefined
      const changes = amends !== undefined || retracts !== undefined
      const may = changes ? importer.mayChange : importer.mayAdd
      return may(kind, stored(subjectCode)) ? undefined : notThere(kind.subjectCode, shown(subjectCode))
    },
    between: (rows) =>
      rows.withoutSubject.flatMap((row) => {
        const code = rows.subjects.findCode(rows.subjectOfRow[row])
        if (code === undefined || importer.mayChange(kind, stored(code))) return []
        return [{ ...notThere('retracts', 'a row of another case'), row }]
      }),
  }
}

function kindNotHers(kind: AnyKind): RowFault {
  return {
    column: null,
    code: 'kind-not-yours',
    found: `rows of ${kind.name}`,
    accepted: 'kinds that your roles write',
  }
}
