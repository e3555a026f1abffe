import { type AnyKind, type Entry, type EntryId, kinds, writeField } from '@sathi/domain'
import type { Cell, LineListWriter } from '../tables/index.ts'
import { caseReferences } from './draft-to-entry.ts'
import type { ExportStore } from './export-store.ts'
import { straightenChains } from './straighten-chains.ts'

/**
 * Writes every journal out as a line list: a table per kind that has entries, each entry a row, history included.
 * Importing it into an empty store gives the same sheets. Entries made in the product have their id as row_id.
 */
export async function exportLineList(
  store: ExportStore,
  writer: LineListWriter,
  onProgress: (rows: number) => void = () => undefined,
): Promise<{ readonly rows: number; readonly tables: number }> {
  let rows = 0
  let tables = 0
  const present = new Set(await store.kindsPresent())
  const branched = await store.branchedKinds()
  for (const kind of Object.values(kinds) as readonly AnyKind[]) {
    if (!present.has(kind.name)) continue
    tables += 1
    const straight = straightenChains(
      branched.has(kind.name) ? await store.readBranchedJournals(kind.name) : [],
    )
    const columns = columnsOf(kind)
    const table = await writer.table(kind.name, columns)
    for await (const page of store.readKind(kind.name)) {
      const codes = await store.findCodes(page.flatMap((row) => caseIds(kind, row.entry)))
      const targets = page.flatMap(({ entry }) => targetsOf(entry, straight))
      const rowIds = await store.findRowIds(targets)
      await table.write(
        page.map(({ entry, subjectCode }) => rowOf(kind, entry, { subjectCode, straight, rowIds, codes })),
      )
      rows += page.length
      onProgress(rows)
    }
    await table.end()
  }
  await writer.end()
  return { rows, tables }
}

function columnsOf(kind: AnyKind): readonly string[] {
  const author = kind.authorColumn ? ['author'] : []
  return [
    'row_id',
    kind.subjectCode,
    'occurred_on',
    ...Object.keys(kind.open),
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
    ...(kind.authorColumn ? [retraction ? '' : (entry.author ?? '')] : []),
    rowIdOf(context.straight.get(entry.id) ?? entry.amends),
    rowIdOf(entry.retracts),
  ]
}
