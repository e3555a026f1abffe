import {
  type AnyKind,
  canonicalJson,
  type Entry,
  type EntryFault,
  type EntryId,
  findKind,
  isUuid,
  judgeEntry,
} from '@sathi/domain'
import type { AppendRefusal, Submission } from './submission.ts'

/** A submission whose form is right, with the bytes that will stand for it for ever. */
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

const noTargets: readonly EntryId[] = []

const instant = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
// Control characters end lines and strings elsewhere; 200 fits in every index.
const name = /^[^\p{Cc}]{1,200}$/u

/** Judges an entry as it comes in from outside: its kind, its form, its fields. */
export function judgeSubmission(submission: Submission): JudgedSubmission | AppendRefusal {
  const { entry, subjectCode } = submission
  const kind = findKind(entry.kind)
  if (kind === undefined) return { reason: 'unknown-kind' }
  const faults = faultsOf(entry, subjectCode, kind)
  if (faults.length > 0) return { reason: 'faults', faults }
  const body = findCanonicalJson(entry)
  if (body === undefined)
    return { reason: 'faults', faults: [{ field: 'open', accepted: 'what JSON can hold' }] }
  return { entry, body, subjectCode, targets: targetsOf(entry) }
}

function faultsOf(entry: Entry, subjectCode: string | undefined, kind: AnyKind): readonly EntryFault[] {
  const faults = faultsOfForm(entry, subjectCode)
  // The rules of a kind may count on the form.
  return faults.length > 0 ? faults : judgeEntry(entry, kind)
}

/** What the type of an entry promises and nothing outside this program keeps. */
function faultsOfForm(entry: Entry, subjectCode: string | undefined): EntryFault[] {
  const faults: EntryFault[] = []
  const expect = (good: boolean, field: string, accepted: string): void => {
    if (!good) faults.push({ field, accepted })
  }
  expect(isUuid(entry.subject.id), 'subject', 'a UUID in lower case')
  expect(Number.isSafeInteger(entry.version) && entry.version > 0, 'version', 'a whole number from 1')
  expect(instant.test(entry.recordedAt), 'recorded_at', 'an instant in UTC with milliseconds')
  expect(entry.author === null || name.test(entry.author), 'author', 'a user code, or nothing')
  expect(entry.device === null || name.test(entry.device), 'device', 'the name of a device, or nothing')
  expect(entry.amends === undefined || isUuid(entry.amends), 'amends', 'a UUID in lower case')
  expect(entry.retracts === undefined || isUuid(entry.retracts), 'retracts', 'a UUID in lower case')
  expect(entry.settles === undefined || isListOfIds(entry.settles), 'settles', 'UUIDs in lower case')
  expect(entry.rowId === undefined || name.test(entry.rowId), 'row_id', 'up to 200 characters in one line')
  expect(subjectCode === undefined || name.test(subjectCode), 'subject', 'a code of up to 200 characters')
  expect(isRecord(entry.open), 'open', 'fields by name')
  return faults
}

function isListOfIds(value: unknown): boolean {
  return Array.isArray(value) && value.every((id) => typeof id === 'string' && isUuid(id))
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function findCanonicalJson(entry: Entry): string | undefined {
  try {
    return canonicalJson(entry)
  } catch {
    return undefined
  }
}

/** What an entry amends, retracts and settles. */
export function targetsOf(entry: Entry): readonly EntryId[] {
  if (entry.amends === undefined && entry.retracts === undefined && entry.settles === undefined)
    return noTargets
  const targets = new Set<EntryId>(entry.settles ?? [])
  if (entry.amends !== undefined) targets.add(entry.amends)
  if (entry.retracts !== undefined) targets.add(entry.retracts)
  return [...targets]
}
