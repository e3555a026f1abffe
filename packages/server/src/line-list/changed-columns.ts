import { type AnyKind, type Entry, type SubjectId, writeField } from '@sathi/domain'
import { caseReferences } from './draft-to-entry.ts'
import { importedEntryId } from './imported-entry-id.ts'
import type { DraftRow } from './read-row.ts'

/**
 * The columns in which a row says something else than the entry it once became; none when it says the same. Of a
 * retraction only what it takes back matters. Values are compared as cells, which hold texts tidied.
 */
export function changedColumns(
  kind: AnyKind,
  stored: Entry,
  draft: DraftRow,
  context: {
    /** Id of the subject that the row names; undefined where it names none. */
    readonly subject: SubjectId | 'unknown' | undefined
    findCase(code: string): SubjectId | undefined
  },
): readonly string[] {
  if (stored.kind !== kind.name) return ['row_id']
  const changed: string[] = []
  const targetOf = (rowId: string | undefined) =>
    rowId === undefined ? undefined : importedEntryId(kind.name, rowId)
  if (context.subject !== undefined && context.subject !== stored.subject.id) changed.push(kind.subjectCode)
  if (targetOf(draft.amends) !== stored.amends) changed.push('amends')
  if (targetOf(draft.retracts) !== stored.retracts) changed.push('retracts')
  if (stored.retracts !== undefined || draft.retracts !== undefined) return changed
  if (stored.occurredOn !== draft.occurredOn) changed.push('occurred_on')
  if (kind.authorColumn && stored.author !== draft.author) changed.push('author')
  const references = caseReferences(kind)
  for (const name of Object.keys(kind.open)) {
    const value = draft.open[name]
    const said = references.includes(name) && value !== undefined ? context.findCase(String(value)) : value
    if (!isSameCell(stored.open[name], said)) changed.push(name)
  }
  return changed
}

function isSameCell(stored: unknown, said: unknown): boolean {
  if (stored === said) return true
  if (stored === undefined || said === undefined) return false
  return cellText(stored) === cellText(said)
}

/** A value as it stands in a cell of a list: a code once, a text as it is after reading. */
function cellText(value: unknown): string {
  const once =
    Array.isArray(value) && value.every((one) => typeof one === 'string') ? [...new Set(value)] : value
  return writeField(once).replaceAll(/\r\n?/g, '\n').normalize('NFC').trim()
}
