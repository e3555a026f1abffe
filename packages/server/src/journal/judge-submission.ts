import { type AnyKind, canonicalJson, type Entry, type EntryId, findKind, judgeEntry } from '@sathi/domain'
import { faultsOfForm } from './entry-form.ts'
import type { AppendRefusal, Submission } from './submission.ts'

/** A submission that is right by itself, with the bytes that will stand for it for ever. */
export type JudgedSubmission = {
  readonly entry: Entry
  /** The canonical JSON of the entry. */
  readonly body: string
  readonly subjectCode: string | undefined
  /** What it amends, retracts and settles. */
  readonly targets: readonly EntryId[]
}

/** Whether it passed. */
export function passed<Submitted extends FormedSubmission | JudgedSubmission>(
  one: Submitted | AppendRefusal,
): one is Submitted {
  return 'entry' in one
}

/** A submission whose parts are of the form that their type promises; its fields are not judged yet. */
export type FormedSubmission = {
  readonly entry: Entry
  readonly kind: AnyKind
  readonly subjectCode: string | undefined
  readonly targets: readonly EntryId[]
}

/** Judges the form of an entry as it comes in from outside: enough to ask the store what it knows about it. */
export function judgeForm({ entry, subjectCode }: Submission): FormedSubmission | AppendRefusal {
  const kind = findKind(entry.kind)
  if (kind === undefined) return { reason: 'unknown-kind' }
  const faults = faultsOfForm(entry, subjectCode)
  if (faults.length > 0) return { reason: 'faults', faults }
  return { entry, kind, subjectCode, targets: targetsOf(entry) }
}

/** Judges the fields of an entry by its kind. */
export function judgeFields(formed: FormedSubmission): JudgedSubmission | AppendRefusal {
  const { entry, kind, subjectCode, targets } = formed
  const faults = judgeEntry(entry, kind)
  if (faults.length > 0) return { reason: 'faults', faults }
  const body = findCanonicalJson(entry)
  if (body !== undefined) return { entry, body, subjectCode, targets }
  return { reason: 'faults', faults: [{ field: 'open', accepted: 'what JSON can hold' }] }
}

function findCanonicalJson(entry: Entry): string | undefined {
  try {
    return canonicalJson(entry)
  } catch {
    return undefined
  }
}

const noTargets: readonly EntryId[] = []

/** What an entry amends, retracts and settles. */
export function targetsOf({ amends, retracts, settles }: Entry): readonly EntryId[] {
  if (amends === undefined && retracts === undefined && settles === undefined) return noTargets
  const targets = new Set<EntryId>(settles ?? [])
  if (amends !== undefined) targets.add(amends)
  if (retracts !== undefined) targets.add(retracts)
  return [...targets]
}
