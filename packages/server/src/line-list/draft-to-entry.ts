import type { AnyKind, Entry, Instant, PartialDate, SubjectId, SubjectRef } from '@sathi/domain'
import { importedEntryId } from './imported-entry-id.ts'
import type { DraftRow } from './read-row.ts'

/** The entry that a good row becomes. A retraction that does not say when is dated on the day of its import. */
export function draftToEntry(
  kind: AnyKind,
  draft: DraftRow,
  subject: SubjectRef,
  recordedAt: Instant,
  findCase: (code: string) => SubjectId | undefined,
): Entry {
  return {
    id: importedEntryId(kind.name, draft.rowId),
    subject,
    kind: kind.name,
    version: kind.version,
    occurredOn: draft.occurredOn ?? (recordedAt.slice(0, 10) as PartialDate),
    recordedAt,
    author: draft.author,
    device: null,
    ...(draft.amends === undefined ? {} : { amends: importedEntryId(kind.name, draft.amends) }),
    ...(draft.retracts === undefined ? {} : { retracts: importedEntryId(kind.name, draft.retracts) }),
    rowId: draft.rowId,
    open: withCaseIds(kind, draft.open, findCase),
  }
}

/** Entries refer to cases by id, never by code, so that erasure can replace the code. */
function withCaseIds(
  kind: AnyKind,
  open: DraftRow['open'],
  findCase: (code: string) => SubjectId | undefined,
): DraftRow['open'] {
  const fields = caseReferences(kind).filter((name) => open[name] !== undefined)
  if (fields.length === 0) return open
  return { ...open, ...Object.fromEntries(fields.map((name) => [name, findCase(String(open[name]))])) }
}

/** Names of a kind's fields that refer to a case. */
export function caseReferences(kind: AnyKind): string[] {
  return Object.entries(kind.open)
    .filter(([, field]) => field.shape.type === 'reference' && field.shape.to === 'case')
    .map(([name]) => name)
}
