import {
  type AnyKind,
  type Compartment,
  type Entry,
  type EntryId,
  findPartialDate,
  type Instant,
  judgeEntry,
  type SubjectRef,
} from '@sathi/domain/journal'
import { differingFields } from './differing-fields.ts'
import type { FormDraft } from './draft.ts'
import type { EntryDraft, Purpose, SaidEntry } from './entry-draft.ts'
import type { FormFault, Problem } from './form-fault.ts'
import { numberRange } from './number-range.ts'
import { readOpen } from './read-open.ts'
import { readSealed } from './read-sealed.ts'
import type { SealedFieldValues, SealedValue } from './sealed-value.ts'
import { asCell } from './typed-text.ts'

/** What a form says: an entry that can be sealed and signed, or every fault by its field. */
export type DraftReading =
  | { readonly ok: true; readonly entry: EntryDraft }
  | { readonly ok: false; readonly faults: readonly FormFault[] }

type ReadOptions = {
  readonly kind: AnyKind
  readonly subject: SubjectRef
  readonly purpose: Purpose
  /** Fields on which amendments differ and of which somebody has chosen or written what holds. */
  readonly decided?: readonly string[]
}

/** Reads and judges a draft as domain does for every other way in. */
export function readDraft(
  draft: FormDraft,
  { kind, subject, purpose, decided = [] }: ReadOptions,
): DraftReading {
  const occurredOn = findPartialDate(asCell({ type: 'date' }, draft.occurredOn))
  const faults: FormFault[] = []
  if (occurredOn === undefined) faults.push(dayFault(draft.occurredOn))
  const said = saidBefore(purpose)
  const open = { ...unknownOpen(kind, said[0]) }
  for (const [field, declared] of Object.entries(kind.open)) {
    const reading = readOpen(declared, draft.open[field] ?? '')
    if (reading.state === 'value') open[field] = reading.value
    if (reading.state === 'fault') faults.push({ field, problem: problemOf(kind, field, draft) })
    if (reading.state === 'empty' && declared.required) faults.push({ field, problem: { type: 'missing' } })
  }
  const sealed = readSealedFields(kind, draft, said)
  faults.push(...sealed.faults)
  const undecided = undecidedFields(kind, purpose, decided)
  const told: FormFault[] = [
    // Nobody is asked to mend what somebody has yet to decide.
    ...faults.filter(({ field }) => !undecided.includes(field)),
    ...undecided.map((field): FormFault => ({ field, problem: { type: 'undecided' } })),
  ]
  if (occurredOn === undefined || told.length > 0) return { ok: false, faults: inOrder(kind, told) }
  const entry: EntryDraft = {
    kind: kind.name,
    version: Math.max(kind.version, ...said.map(({ version }) => version)),
    subject,
    occurredOn,
    open,
    sealedFields: sealed.values,
    ...changeOf(purpose),
  }
  const judged = judgeEntry(asEntry(entry), kind).map(({ field }): FormFault => {
    return { field, problem: ruleProblem(kind, field, draft) }
  })
  return judged.length === 0 ? { ok: true, entry } : { ok: false, faults: judged }
}

function saidBefore(purpose: Purpose): readonly SaidEntry[] {
  if (purpose.type === 'add') return []
  return purpose.type === 'amend' ? [purpose.said] : purpose.heads
}

function changeOf(purpose: Purpose): Pick<EntryDraft, 'amends' | 'settles'> {
  if (purpose.type === 'add') return {}
  if (purpose.type === 'amend') return { amends: purpose.said.id }
  const [shown, ...others] = purpose.heads
  return { amends: shown.id, settles: others.map(({ id }) => id) }
}

function dayFault(typed: string): FormFault {
  const problem: Problem =
    typed.trim() === '' ? { type: 'missing' } : { type: 'shape', shape: { type: 'date' } }
  return { field: 'occurred_on', problem }
}

function problemOf(kind: AnyKind, field: string, draft: FormDraft): Problem {
  const shape = kind.open[field]?.shape
  if (shape === undefined) return { type: 'rule' }
  return shape.type === 'number'
    ? { type: 'range', ...rangeOnly(numberRange(shape, field, draft)) }
    : { type: 'shape', shape }
}

/** A rule between fields that narrows a number is told as its range, any other in general words. */
function ruleProblem(kind: AnyKind, field: string, draft: FormDraft): Problem {
  const shape = kind.open[field]?.shape
  if (shape?.type !== 'number') return { type: 'rule' }
  const range = numberRange(shape, field, draft)
  return range === shape ? { type: 'rule' } : { type: 'range', ...rangeOnly(range) }
}

function rangeOnly({ min, max }: { readonly min: number; readonly max: number }) {
  return { min, max }
}

/** What a later version of the kind says is kept as it is (JRN-2). */
function unknownOpen(kind: AnyKind, said: SaidEntry | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(said?.open ?? {}).filter(([name]) => !Object.hasOwn(kind.open, name)),
  )
}

function readSealedFields(
  kind: AnyKind,
  draft: FormDraft,
  said: readonly SaidEntry[],
): { readonly values: SealedFieldValues; readonly faults: readonly FormFault[] } {
  const values: { [Name in Compartment]?: Record<string, SealedValue> } = {}
  const faults: FormFault[] = []
  // A part that was readable is said anew, even when nothing is left in it; else what was rubbed out would stay.
  for (const { sealedFields } of said.toReversed())
    for (const [compartment, fields] of Object.entries(sealedFields)) {
      const later = Object.entries(fields).filter(([name]) => !Object.hasOwn(kind.sealed, name))
      values[compartment as Compartment] = Object.fromEntries(later)
    }
  for (const [field, { compartment }] of Object.entries(kind.sealed)) {
    const typed = draft.sealed[field]
    if (typed === undefined || said.some(({ unreadable }) => unreadable.includes(compartment))) continue
    const { value, faults: found } = readSealed(field, typed)
    faults.push(...found)
    if (value !== undefined) values[compartment] = { ...values[compartment], [field]: value }
  }
  for (const compartment of said.flatMap(({ unreadable }) => unreadable)) delete values[compartment]
  return { values, faults }
}

function undecidedFields(kind: AnyKind, purpose: Purpose, decided: readonly string[]): readonly string[] {
  if (purpose.type !== 'settle') return []
  return differingFields(kind, purpose.heads).filter((field) => !decided.includes(field))
}

function inOrder(kind: AnyKind, faults: readonly FormFault[]): FormFault[] {
  const order = ['occurred_on', ...Object.keys(kind.open), ...Object.keys(kind.sealed)]
  return faults.toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field))
}

/** The draft as domain judges entries. Id and time are given when it is sealed and are not judged here. */
function asEntry({ sealedFields: _, ...said }: EntryDraft): Entry {
  return {
    ...said,
    id: '00000000-0000-7000-8000-000000000000' as EntryId,
    recordedAt: '1970-01-01T00:00:00.000Z' as Instant,
    author: null,
    device: null,
  }
}
