import { hash } from 'node:crypto'
import {
  type Entry,
  type EntryId,
  getKind,
  type Instant,
  type PartialDate,
  readField,
  type SubjectId,
} from '@sathi/domain'
import type { LineList, Row } from './read-line-list.ts'

/** An id made of a name, the same every time: a UUID of version 8. */
function anIdFor(name: string): string {
  const digits = hash('sha1', name, 'hex')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}

export function entryIdFor(kind: string, rowId: string): EntryId {
  return anIdFor(`${kind} ${rowId}`) as EntryId
}

export function subjectIdFor(type: string, code: string): SubjectId {
  return anIdFor(`subject ${type} ${code}`) as SubjectId
}

/** The entries of a good line list. A row that retracts belongs to the subject of the row that it takes back. */
export function entriesOf(lineList: LineList): Entry[] {
  const entries: Entry[] = []
  for (const [kind, rows] of lineList) {
    const rowsById = new Map(rows.map((row) => [row.row_id ?? '', row]))
    for (const row of rows) entries.push(entryOf(kind, row, rowsById))
  }
  return entries
}

function entryOf(kindName: string, row: Row, rowsById: ReadonlyMap<string, Row>): Entry {
  const kind = getKind(kindName)
  const told = rowThatTells(row, kind.subjectCode, rowsById)
  const rowId = row.row_id ?? ''
  const open: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(kind.open)) {
    const cell = row[name]
    if (cell === undefined || row.retracts !== undefined) continue
    const reading = readField(field, cell)
    if (!reading.ok) throw new Error(`${kindName} ${rowId} ${name}: ${reading.accepted}`)
    open[name] = reading.value
  }
  return {
    id: entryIdFor(kindName, rowId),
    subject: { type: kind.subject, id: subjectIdFor(kind.subject, told[kind.subjectCode] ?? '') },
    kind: kindName,
    version: kind.version,
    occurredOn: (row.occurred_on ?? told.occurred_on ?? '') as PartialDate,
    recordedAt: '2022-03-15T00:00:00.000Z' as Instant,
    author: row.author ?? null,
    device: null,
    ...(row.amends === undefined ? {} : { amends: entryIdFor(kindName, row.amends) }),
    ...(row.retracts === undefined ? {} : { retracts: entryIdFor(kindName, row.retracts) }),
    rowId,
    open,
  }
}

function rowThatTells(row: Row, column: string, rowsById: ReadonlyMap<string, Row>): Row {
  let told = row
  for (let steps = 0; steps <= rowsById.size && told[column] === undefined; steps += 1) {
    told = rowsById.get(told.retracts ?? told.amends ?? '') ?? told
  }
  return told
}
