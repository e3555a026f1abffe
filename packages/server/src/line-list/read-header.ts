import { type AnyKind, acceptedBy, type OpenField } from '@sathi/domain'
import { type LineListFault, shown } from './fault.ts'
import { findLikelyName } from './find-likely-name.ts'
import { type SealedColumn, sealedColumnsOf } from './sealed-columns.ts'

/** What each column of a table means, by its place in the row. */
export type ColumnPlan = {
  readonly rowId: number
  readonly subjectCode: number
  readonly occurredOn: number
  readonly amends: number
  readonly retracts: number
  readonly author: number
  readonly fields: readonly { readonly name: string; readonly field: OpenField; readonly at: number }[]
  /** Fields that every row must fill in. */
  readonly required: readonly string[]
  /** Sealed columns that are there, where somebody imports who can seal. */
  readonly sealed: readonly (SealedColumn & { readonly at: number })[]
}

const absent = -1

type HeaderFault = Omit<LineListFault, 'file' | 'line'>

/** Reads a table's header against its kind: the plan, and every column that is missing, unknown, or sealed for nobody here. */
export function readHeader(
  kind: AnyKind,
  columns: readonly string[],
  takesSealed: boolean,
): { readonly plan: ColumnPlan; readonly faults: readonly HeaderFault[] } {
  const fields = Object.entries(kind.open).map(([name, field]) => ({
    name,
    field,
    at: columns.indexOf(name),
  }))
  const plan: ColumnPlan = {
    rowId: columns.indexOf('row_id'),
    subjectCode: columns.indexOf(kind.subjectCode),
    occurredOn: columns.indexOf('occurred_on'),
    amends: columns.indexOf('amends'),
    retracts: columns.indexOf('retracts'),
    author: kind.authorColumn ? columns.indexOf('author') : absent,
    fields: fields.filter(({ at }) => at !== absent),
    required: fields.filter(({ field }) => field.required).map(({ name }) => name),
    sealed: (takesSealed ? sealedColumnsOf(kind) : [])
      .map((sealed) => ({ ...sealed, at: columns.indexOf(sealed.column) }))
      .filter(({ at }) => at !== absent),
  }
  const known = openColumns(kind)
  const faults: HeaderFault[] = []
  const sealing = new Set(plan.sealed.map(({ column }) => column))
  for (const column of columns) {
    if (known.has(column) || sealing.has(column)) continue
    if (!isSealedColumn(kind, column)) faults.push(unknownColumn(kind, column, known))
    else faults.push(takesSealed ? unsealableColumn(kind, column) : sealedColumn(column))
  }
  for (const column of ['row_id', kind.subjectCode, 'occurred_on']) {
    if (!columns.includes(column)) faults.push(missingColumn(column, 'filled in every row'))
  }
  for (const { name, field, at } of fields) {
    if (field.required && at === absent) faults.push(missingColumn(name, acceptedBy(field.shape)))
  }
  return { plan, faults }
}

/** The columns that a table of the kind may have. Of any other column no cell is read, and none may be shown. */
export function openColumns(kind: AnyKind): ReadonlySet<string> {
  const author = kind.authorColumn ? ['author'] : []
  const own = ['row_id', kind.subjectCode, 'occurred_on', 'amends', 'retracts']
  return new Set([...own, ...Object.keys(kind.open), ...author])
}

function isSealedColumn(kind: AnyKind, column: string): boolean {
  return (
    Object.hasOwn(kind.sealed, column) ||
    Object.values(kind.sealed).some((field) => field.columns.includes(column))
  )
}

function sealedColumn(column: string): HeaderFault {
  return {
    column,
    code: 'sealed-column',
    found: `the sealed column ${column}`,
    accepted:
      'open columns only: names, contacts, documents and notes are taken in by a member, who seals them (import PATH --as MEMBER); keep your original and import a copy without this column',
  }
}

/** A sealed field that holds several columns, or files, which are no text. */
function unsealableColumn(kind: AnyKind, column: string): HeaderFault {
  const own = kind.sealed[column]?.columns ?? []
  return {
    column,
    code: 'sealed-column',
    found: `the sealed column ${column}`,
    accepted:
      own.length === 0 ? 'no such column: files are added in the app' : `instead of it, ${own.join(', ')}`,
  }
}

function unknownColumn(kind: AnyKind, column: string, known: ReadonlySet<string>): HeaderFault {
  const meant = findLikelyName(column, known)
  const columns = `a column of ${kind.name}: ${[...known].join(', ')}`
  return {
    column: shown(column),
    code: 'unknown-column',
    found: `the column ${shown(column)}`,
    accepted: meant === undefined ? columns : `${meant}, written so`,
  }
}

function missingColumn(column: string, accepted: string): HeaderFault {
  return {
    column,
    code: 'missing-column',
    found: 'no such column',
    accepted: `a column ${column}: ${accepted}`,
  }
}
