import type { FactView, SubjectFacts } from '@sathi/contract/journal'
import { caseReferences, getKind, type SubjectId } from '@sathi/domain'
import type { Counted } from '@sathi/reporting/figures'
import type { Transaction } from '../database/index.ts'
import { findSubjects, readEntries, type StoredEntry, type Subject } from '../journal/index.ts'

/** What a figure counted, with the entries themselves. */
export async function viewFacts(
  tx: Transaction,
  counted: readonly Counted[],
): Promise<readonly SubjectFacts[]> {
  const stored = await readEntries(tx, [...new Set(counted.flatMap(({ entries }) => entries))])
  const views = await viewEntries(tx, stored)
  const viewById = new Map(views.map((view) => [view.id, view]))
  const subjects = await findSubjects(tx, [...new Set(counted.map(({ subject }) => subject))])
  return counted.map(({ subject, entries }) => ({
    subject: subjects.get(subject) ?? { id: subject },
    entries: entries.map((id) => viewById.get(id)).filter((view) => view !== undefined),
  }))
}

/** Stored entries with the codes of their subjects, and of the cases they refer to. */
export async function viewEntries(
  tx: Transaction,
  stored: readonly StoredEntry[],
): Promise<readonly FactView[]> {
  const referred = stored.flatMap(({ entry }) =>
    caseReferences(getKind(entry.kind)).map((name) => entry.open[name]),
  )
  const ids = [
    ...stored.map(({ entry }) => entry.subject.id),
    ...referred.filter((id) => typeof id === 'string'),
  ]
  const subjects = await findSubjects(tx, [...new Set(ids)] as SubjectId[])
  return stored.map(({ entry, position, receivedAt }) => ({
    id: entry.id,
    kind: entry.kind,
    version: entry.version,
    subject: subjects.get(entry.subject.id) ?? { id: entry.subject.id },
    occurredOn: entry.occurredOn,
    recordedAt: entry.recordedAt,
    receivedAt,
    position,
    author: entry.author,
    rowId: entry.rowId ?? null,
    amends: entry.amends ?? null,
    retracts: entry.retracts ?? null,
    open: withCaseCodes(entry.kind, entry.open, subjects),
  }))
}

function withCaseCodes(
  kindName: string,
  open: FactView['open'],
  subjects: ReadonlyMap<SubjectId, Subject>,
): FactView['open'] {
  const names = caseReferences(getKind(kindName)).filter((name) => open[name] !== undefined)
  const codes = names.map((name) => [name, subjects.get(open[name] as SubjectId)?.code])
  return names.length === 0 ? open : { ...open, ...Object.fromEntries(codes) }
}
