import {
  type AnyKind,
  type Compartment,
  findPhoneNumber,
  longestPersonName,
  type NamedBy,
  nameScriptOf,
  type PhoneNumber,
  type SealedField,
  type SealedSaying,
  type SealedSayings,
  withLatinDigits,
} from '@sathi/domain'

/** A column of a line list whose cells are sealed. */
export type SealedColumn = {
  readonly column: string
  readonly field: string
  readonly compartment: Compartment
  readonly holds: SealedField['holds']
}

/** The sealed columns that a table of the kind may have, in the order of its declaration. Files have none. */
export function sealedColumnsOf(kind: AnyKind): readonly SealedColumn[] {
  return Object.entries(kind.sealed).flatMap(([field, { compartment, holds, columns }]) =>
    columns.map((column) => ({ column, field, compartment, holds })),
  )
}

/** What kind of name stands in a column. */
const nameKinds: Readonly<Record<string, NamedBy['kind']>> = {
  name_formal: 'formal',
  name_call: 'call',
  father_name: 'father',
  mother_name: 'mother',
}

const mostInCell = 20

/** Takes a fault of a sealed cell: where, and what would be accepted. What was found is never said. */
export type TellSealedFault = (column: string, accepted: string) => void

/** Reads the sealed cells of a row, by compartment and field. An empty cell says nothing. */
export function readSealedCells(
  columns: readonly (SealedColumn & { readonly at: number })[],
  cells: readonly string[],
  tell: TellSealedFault,
): SealedSayings {
  const said: { [Name in Compartment]?: Record<string, SealedSaying> } = {}
  for (const { column, field, compartment, holds, at } of columns) {
    const text = cells[at] ?? ''
    if (text === '') continue
    const reading = readSealedCell(column, holds, text)
    if ('accepted' in reading) {
      tell(column, reading.accepted)
      continue
    }
    const before = said[compartment]?.[field]
    // Names of several columns stand in one field.
    const value = Array.isArray(before) ? [...before, ...(reading.value as readonly object[])] : reading.value
    said[compartment] = { ...said[compartment], [field]: value }
  }
  return said
}

type CellReading = { readonly value: SealedSaying } | { readonly accepted: string }

function readSealedCell(column: string, holds: SealedField['holds'], text: string): CellReading {
  if (holds === 'text') return { value: text }
  const parts = partsOf(text)
  if (parts.length === 0 || parts.length > mostInCell) return { accepted: accepted[holds] }
  if (holds === 'names') {
    if (parts.some((name) => name.length > longestPersonName || /\n/.test(name)))
      return { accepted: accepted.names }
    const kind = nameKinds[column] ?? 'alias'
    return { value: parts.map((name): NamedBy => ({ text: name, script: nameScriptOf(name), kind })) }
  }
  const numbers = parts.map((part) => findPhoneNumber(withLatinDigits(part)))
  if (numbers.includes(undefined)) return { accepted: accepted.phones }
  return { value: numbers.map((number): PhoneNumber => ({ number: number ?? '' })) }
}

const accepted: Readonly<Record<SealedField['holds'], string>> = {
  text: 'text',
  names: `names of at most ${longestPersonName} characters on one line, at most ${mostInCell} in a cell, separated by ;`,
  phones: `telephone numbers of 5 to 15 digits, + before the country, at most ${mostInCell} in a cell, separated by ;`,
  file: 'nothing: files are added in the app',
}

function partsOf(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/**
 * What was said in sealed fields, as the cell of a column. A list has no column for what else is known of a telephone,
 * nor for names of other kinds.
 */
export function sealedCell(
  { column, field, holds }: SealedColumn,
  fields: Readonly<Record<string, unknown>>,
): string {
  const value = fields[field]
  if (holds === 'text') return typeof value === 'string' ? asCell(value) : ''
  if (!Array.isArray(value)) return ''
  const items: readonly unknown[] = value
  if (holds === 'phones') return asCell(items.map((one) => textIn(one, 'number')).join(';'))
  const kind = nameKinds[column] ?? 'alias'
  const named = items.filter((one) => textIn(one, 'kind') === kind)
  return asCell(named.map((one) => textIn(one, 'text')).join(';'))
}

/** A text as it is after a list was read. */
function asCell(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim()
}

function textIn(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return ''
  const text = (value as Readonly<Record<string, unknown>>)[name]
  return typeof text === 'string' ? text : ''
}
