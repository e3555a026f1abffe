import {
  type Entry,
  type EntryFault,
  findPartialDate,
  isEntrySignature,
  isSealedPart,
  isUuid,
} from '@sathi/domain'

const instant = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
// Control characters end lines and strings elsewhere; 200 fits in every index.
const name = /^[^\p{Cc}]{1,200}$/u
const kindName = /^[a-z][a-z0-9_]{0,99}$/

/**
 * What the type of an entry promises and nobody outside this program has to keep: every part that is not of its form.
 * Whether the fields are those of its kind is for the kind to judge.
 */
export function faultsOfForm(entry: Entry, subjectCode?: string): EntryFault[] {
  const faults: EntryFault[] = []
  const expect = (good: boolean, field: string, accepted: string): void => {
    if (!good) faults.push({ field, accepted })
  }
  expect(isId(entry.id), 'id', 'a UUID in lower case')
  expect(isId(entry.subject?.id) && isName(entry.subject.type), 'subject', 'a type and a UUID in lower case')
  expect(typeof entry.occurredOn === 'string', 'occurred_on', 'a date')
  expect(Number.isSafeInteger(entry.version) && entry.version > 0, 'version', 'a whole number from 1')
  expect(isInstant(entry.recordedAt), 'recorded_at', 'an instant in UTC with milliseconds')
  expect(entry.author === null || isName(entry.author), 'author', 'a user code, or nothing')
  expect(entry.device === null || isName(entry.device), 'device', 'the name of a device, or nothing')
  expect(entry.amends === undefined || isId(entry.amends), 'amends', 'a UUID in lower case')
  expect(entry.retracts === undefined || isId(entry.retracts), 'retracts', 'a UUID in lower case')
  expect(entry.settles === undefined || isListOfIds(entry.settles), 'settles', 'UUIDs in lower case')
  expect(entry.rowId === undefined || isName(entry.rowId), 'row_id', 'up to 200 characters in one line')
  expect(subjectCode === undefined || isName(subjectCode), 'subject', 'a code of up to 200 characters')
  expect(isRecord(entry.open), 'open', 'fields by name')
  expect(
    entry.sealed === undefined || areBoxes(entry.sealed),
    'sealed',
    'a box and its key version by compartment',
  )
  expect(entry.signed === undefined || isEntrySignature(entry.signed), 'signed', 'member, key and signature')
  // What is not a part of an entry would be stored unjudged.
  for (const name of Object.keys(entry))
    if (!parts.has(name)) faults.push({ field: 'entry', accepted: 'its own parts only' })
  return faults
}

const parts: ReadonlySet<string> = new Set([
  'id',
  'subject',
  'kind',
  'version',
  'occurredOn',
  'recordedAt',
  'author',
  'device',
  'amends',
  'retracts',
  'settles',
  'rowId',
  'open',
  'sealed',
  'signed',
] satisfies (keyof Entry)[])

/** The store keeps the sealed parts themselves: a digest would stand for something that is nowhere. */
function areBoxes(sealed: unknown): boolean {
  if (!isRecord(sealed)) return false
  const found = Object.values(sealed as object)
  return found.length > 0 && found.every((part) => isSealedPart(part) && 'box' in part)
}

/** Whether a value that was read from outside is an entry, of whatever kind. */
export function isEntry(value: unknown): value is Entry {
  if (!isRecord(value)) return false
  const entry = value as Entry
  return (
    typeof entry.kind === 'string' &&
    kindName.test(entry.kind) &&
    faultsOfForm(entry).length === 0 &&
    findPartialDate(entry.occurredOn) !== undefined
  )
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && isUuid(value)
}

/** A code or name in one line of at most 200 characters. */
export function isName(value: unknown): boolean {
  return typeof value === 'string' && name.test(value)
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && instant.test(value)
}

function isListOfIds(value: unknown): boolean {
  return Array.isArray(value) && value.every(isId)
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
