import { canonicalJson, type Entry, type EntryId, findKind, judgeEntry } from '@sathi/domain'
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

export function isJudged(one: JudgedSubmission | AppendRefusal): one is JudgedSubmission {
  return 'body' in one
}

/** Judges an entry as it comes in from outside: its kind, its form, its fields. */
export function judgeSubmission({ entry, subjectCode }: Submission): JudgedSubmission | AppendRefusal {
  const kind = findKind(entry.kind)
  if (kind === undefined) return { reason: 'unknown-kind' }
  const faultsFound = faultsOfForm(entry, subjectCode)
  // The rules of a kind count on the form.
  const faults = faultsFound.length > 0 ? faultsFound : judgeEntry(entry, kind)
  if (faults.length > 0) return { reason: 'faults', faults }
  const body = findCanonicalJson(entry)
  if (body !== undefined) return { entry, body, subjectCode, targets: targetsOf(entry) }
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
