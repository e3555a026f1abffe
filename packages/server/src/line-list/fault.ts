import type { TableFault } from '../tables/index.ts'

/** What is wrong in a line list beyond the form of its tables. */
export type LineListFaultCode =
  | 'unknown-table'
  | 'too-many-rows'
  | 'unknown-column'
  | 'sealed-column'
  | 'missing-column'
  | 'missing-value'
  | 'bad-value'
  | 'row-id-twice'
  | 'row-id-reused'
  | 'target-unknown'
  | 'target-itself'
  | 'target-loop'
  | 'target-other-subject'
  | 'amended-twice'
  | 'case-never-opened'
  | 'case-opened-twice'
  | 'kind-not-yours'
  | 'sealed-unopened'
  | 'sealed-damaged'

/** One fault, with its place, what was found there and what would be accepted. Shown to the importing person, never logged. */
export type LineListFault = Omit<TableFault, 'code'> & {
  readonly code: TableFault['code'] | LineListFaultCode
}

/** A fault of a row or its table, before it is known where that stands. */
export type RowFault = Omit<LineListFault, 'file' | 'line'>

/** What is found in a cell that is, or may be, sealed: it is shown to nobody. */
export const hiddenCell = 'a cell that is not shown'

const longestShown = 80

/** A text of the list as it may be shown in a fault: short, on one line. */
export function shown(text: string): string {
  const oneLine = text.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}/gu, '�')
  return oneLine.length <= longestShown ? oneLine : `${oneLine.slice(0, longestShown)}…`
}
