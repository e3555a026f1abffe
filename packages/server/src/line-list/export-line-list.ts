import {
  type AnyKind,
  type Compartment,
  type Entry,
  type EntryId,
  kinds,
  type SubjectRef,
  writeField,
} from '@sathi/domain'
import type { Cell, LineListWriter } from '../tables/index.ts'
import { caseReferences } from './draft-to-entry.ts'
import type { ExportStore } from './export-store.ts'
import type { OpenedParts } from './importer.ts'
import { type SealedColumn, sealedCell, sealedColumnsOf } from './sealed-columns.ts'
import { straightenChains } from './straighten-chains.ts'

/** For whom a list is written: what she may read, and what she may open of what is sealed. */
export type ExportReader = {
  mayRead(kind: AnyKind, subject: SubjectRef): boolean
  /** Whether she opens a compartment in any case; the columns of others are left out. */
  opensSome(compartment: Compartment): boolean
  open(entries: readonly Entry[]): Promise<ReadonlyMap<EntryId, OpenedParts>>
}

/** What was written, and what of it was left out or cannot be opened as it was sealed. */
export type ExportedList = {
  readonly rows: number
  readonly tables: number
  /** Sealed parts that were not hers to open, by compartment. */
  readonly withheld: ReadonlyMap<Compartment, number>
  readonly damaged: readonly DamagedPart[]
}

export type DamagedPart = {
  readonly kind: string
  readonly rowId: string
  readonly compartment: Compartment
}

/**
 * Writes every journal out as a line list: a table per kind that has entries, each entry a row, history included. Importing
 * it into an empty store gives the same sheets. Entries made in the product have their id as row_id. Without a reader
 * everything is written, but for what is sealed.
 */
export async function exportLineList(
  store: ExportStore,
  writer: LineListWriter,
  onProgress: (rows: number) => void = () => undefined,
  reader?: ExportReader,
): Promise<ExportedList> {
  let rows = 0
  let tables = 0
  const withheld = new Map<Compartment, number>()
  const damaged: DamagedPart[] = []
  const note = (entry: Entry, parts: OpenedParts): void => {
    for (const compartment of Object.keys(entry.sealed ?? {}) as Compartment[]) {
      const state = parts[compartment]?.state ?? 'withheld'
      if (state === 'withheld') withheld.set(compartment, (withheld.get(compartment) ?? 0) + 1)
      if (state === 'damaged') damaged.push({ kind: entry.kind, rowId: entry.rowId ?? entry.id, compartment })
    }
  }
  const present = new Set(await store.kindsPresent())
  const branched = await store.branchedKinds()
  for (const kind of Object.values(kinds) as readonly AnyKind[]) {
    if (!present.has(kind.name)) continue
    tables += 1
    const straight = straightenChains(
      branched.has(kind.name) ? await store.readBranchedJournals(kind.name) : [],
    )
    const sealed = sealedColumnsOf(kind).filter(({ compartment }) => reader?.opensSome(compartment))
    const columns = columnsOf(kind, sealed)
    const table = await writer.table(kind.name, columns)
    for await (const all of store.readKind(kind.name)) {
      const page = all.filter(({ entry }) => reader?.mayRead(kind, entry.subject) ?? true)
      const opened = (await reader?.open(page.map(({ entry }) => entry))) ?? noneOpened
      for (const { entry } of page) note(entry, opened.get(entry.id) ?? {})
      const codes = await store.findCodes(page.flatMap((row) => caseIds(kind, row.entry)))
      const targets = page.flatMap(({ entry }) => targetsOf(entry, straight))
      const rowIds = await store.findRowIds(targets)
      await table.write(
        page.map(({ entry, subjectCode }) =>
          rowOf(kind, entry, {
            subjectCode,
            straight,
            rowIds,
            codes,
            sealed,
            parts: opened.get(entry.id) ?? {},
          }),
        ),
      )
      rows += page.length
      onProgress(rows)
    }
    await table.end()
  }
  await writer.end()
  return { rows, tables, withheld, damaged }
}

const noneOpened: ReadonlyMap<EntryId, OpenedParts> = new Map()

function columnsOf(kind: AnyKind, sealed: readonly SealedColumn[]): readonly string[] {
  const author = kind.authorColumn ? ['author'] : []
  return [
    'row_id',
    kind.subjectCode,
    'occurred_on',
    ...Object.keys(kind.open),
    ...sealed.map(({ column }) => column),
    ...author,
    'amends',
    'retracts',
  ]
}

function targetsOf(entry: Entry, straight: ReadonlyMap<EntryId, EntryId>): EntryId[] {
  return [straight.get(entry.id) ?? entry.amends, entry.retracts].filter((target) => target !== undefined)
}

function caseIds(kind: AnyKind, entry: Entry): string[] {
  return caseReferences(kind)
    .map((name) => entry.open[name])
    .filter((id) => typeof id === 'string')
}

type RowContext = {
  readonly subjectCode: string
  readonly straight: ReadonlyMap<EntryId, EntryId>
  readonly rowIds: ReadonlyMap<EntryId, string>
  readonly codes: ReadonlyMap<string, string>
  readonly sealed: readonly SealedColumn[]
  readonly parts: OpenedParts
}

function rowOf(kind: AnyKind, entry: Entry, context: RowContext): readonly Cell[] {
  const rowIdOf = (id: EntryId | undefined): string =>
    id === undefined ? '' : (context.rowIds.get(id) ?? id)
  const retraction = entry.retracts !== undefined
  const references = new Set(caseReferences(kind))
  const fields = Object.keys(kind.open).map((name): Cell => {
    const value = entry.open[name]
    if (retraction || value === undefined) return ''
    if (references.has(name)) return context.codes.get(String(value)) ?? ''
    return typeof value === 'number' ? value : writeField(value)
  })
  return [
    entry.rowId ?? entry.id,
    retraction ? '' : context.subjectCode,
    retraction ? '' : entry.occurredOn,
    ...fields,
    ...context.sealed.map((column): Cell => {
      const part = context.parts[column.compartment]
      return part?.state === 'open' ? sealedCell(column, part.fields) : ''
    }),
    ...(kind.authorColumn ? [retraction ? '' : (entry.author ?? '')] : []),
    rowIdOf(context.straight.get(entry.id) ?? entry.amends),
    rowIdOf(entry.retracts),
  ]
}
