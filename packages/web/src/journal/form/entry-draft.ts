import {
  type AnyKind,
  type Compartment,
  canonicalJson,
  type EntryId,
  type PartialDate,
  type SubjectRef,
} from '@sathi/domain/journal'
import type { SealedFieldValues } from './sealed-value.ts'

/** A good entry before it is sealed, signed and given its id and time. */
export type EntryDraft = {
  readonly kind: string
  readonly version: number
  readonly subject: SubjectRef
  readonly occurredOn: PartialDate
  readonly open: Readonly<Record<string, unknown>>
  /**
   * By compartment. In an amendment a compartment stands here, even with nothing in it, when whoever amends could read
   * it: then this is what it says from now on. One that is absent she could not read, and it stays as it was said.
   */
  readonly sealedFields: SealedFieldValues
  readonly amends?: EntryId
  readonly retracts?: EntryId
  readonly settles?: readonly EntryId[]
}

/** An entry that was said before, opened as far as this member may open it. */
export type SaidEntry = {
  readonly id: EntryId
  readonly version: number
  readonly occurredOn: PartialDate
  readonly open: Readonly<Record<string, unknown>>
  readonly sealedFields: SealedFieldValues
  /** Compartments in which it says something that this member may not read. */
  readonly unreadable: readonly Compartment[]
  /** Who said it and when, in words, for people who compare. */
  readonly by?: string
}

/** What a form is for. The entries to settle are the heads of one fact, the shown one first. */
export type Purpose =
  | { readonly type: 'add' }
  | { readonly type: 'amend'; readonly said: SaidEntry }
  | { readonly type: 'settle'; readonly heads: readonly [SaidEntry, SaidEntry, ...SaidEntry[]] }

/** The entry that takes another back: it says nothing but that (JRN-14). */
export function retractionOf(
  kind: AnyKind,
  subject: SubjectRef,
  said: Pick<SaidEntry, 'id' | 'version'>,
  today: PartialDate,
): EntryDraft {
  return {
    kind: kind.name,
    version: Math.max(kind.version, said.version),
    subject,
    occurredOn: today,
    open: {},
    sealedFields: {},
    retracts: said.id,
  }
}

/** Whether an amendment would say nothing that was not said before. */
export function saysTheSame(said: SaidEntry, draft: EntryDraft): boolean {
  return (
    said.occurredOn === draft.occurredOn &&
    canonicalJson(said.open) === canonicalJson(draft.open) &&
    canonicalJson(withoutEmpty(said.sealedFields)) === canonicalJson(withoutEmpty(draft.sealedFields))
  )
}

function withoutEmpty(sealed: SealedFieldValues): SealedFieldValues {
  return Object.fromEntries(Object.entries(sealed).filter(([, fields]) => Object.keys(fields).length > 0))
}
