import type { AnyKind, Compartment, SealedSayings } from '@sathi/domain'
import type { OpenedParts } from './importer.ts'
import type { ColumnPlan } from './read-header.ts'
import { type SealedColumn, sealedCell, sealedColumnsOf } from './sealed-columns.ts'

/** What comparing a row's sealed cells with the entry it once became found, by columns. Nothing of what they say. */
export type SealedChange = {
  /** They say something else. */
  readonly changed: readonly string[]
  /** They say something, and what was sealed before is not the importing member's to open. */
  readonly unopened: readonly string[]
  /** What was sealed before is no more as it was sealed. */
  readonly damaged: readonly Compartment[]
}

/**
 * Compares as a list would say it, cell by cell, in the columns that the list has. Of what she may not open, an empty cell
 * is what her own export gives her, so it says nothing.
 */
export function changedSealedColumns(
  kind: AnyKind,
  plan: Pick<ColumnPlan, 'sealed'>,
  says: SealedSayings,
  stored: OpenedParts,
): SealedChange {
  const cellOf = (column: SealedColumn): string => sealedCell(column, says[column.compartment] ?? {})
  const changed: string[] = []
  const unopened: string[] = []
  for (const column of plan.sealed) {
    const part = stored[column.compartment]
    if (part?.state === 'damaged') continue
    if (part?.state === 'withheld') {
      if (cellOf(column) !== '') unopened.push(column.column)
    } else if (cellOf(column) !== sealedCell(column, part?.fields ?? {})) changed.push(column.column)
  }
  const listed = new Set(sealedColumnsOf(kind).map(({ compartment }) => compartment))
  const damaged = [...listed].filter((compartment) => stored[compartment]?.state === 'damaged')
  return { changed, unopened, damaged }
}
