import type { PartialDate } from './calendar.ts'
import type { SealedParts } from './compartment.ts'
import type { SubjectType } from './kind.ts'

/** An entry's id: a UUID in lower case. Version 7 when made in the product, version 8 (name-based) when imported. */
export type EntryId = string & { readonly entryId: unique symbol }

/** A subject's id: a UUIDv7. Never derived from its code, which erasure may replace. */
export type SubjectId = string & { readonly subjectId: unique symbol }

export type SubjectRef = { readonly type: SubjectType; readonly id: SubjectId }

/** An instant, ISO 8601 in UTC with milliseconds. */
export type Instant = string & { readonly instant: unique symbol }

/**
 * One dated fact in one subject's journal. Never edited: a later entry amends or retracts it.
 * A retraction says nothing but what it takes back, so its open part is empty.
 */
export type Entry = {
  readonly id: EntryId
  readonly subject: SubjectRef
  readonly kind: string
  /** Version of the kind under which the entry was written; fields of a later version are kept though not understood. */
  readonly version: number
  readonly occurredOn: PartialDate
  readonly recordedAt: Instant
  /** User code of who made the record; null when an imported record does not say. */
  readonly author: string | null
  readonly device: string | null
  readonly amends?: EntryId
  readonly retracts?: EntryId
  /** Other heads of the same fact that this amendment has seen and settles. */
  readonly settles?: readonly EntryId[]
  /** The row of the line list it came from; absent for entries made in the product, whose id serves instead. */
  readonly rowId?: string
  readonly open: Readonly<Record<string, unknown>>
  /** What it says that only holders of a compartment's key can read; absent when it says nothing of the kind. */
  readonly sealed?: SealedParts
  /** Who vouches for it. Absent for records that an operator imported before there were members. */
  readonly signed?: EntrySignature
}

/** A member's id: a UUID. */
export type MemberId = string & { readonly memberId: unique symbol }

/** Who vouches for an entry: the member, which of her keys (numbered from 1), and an Ed25519 signature, base64url. */
export type EntrySignature = { readonly by: MemberId; readonly key: number; readonly signature: string }

const signature = /^[A-Za-z0-9_-]{86}$/

/** Whether a value from outside is a signature: of the right form, not whether it holds. */
export function isEntrySignature(value: unknown): value is EntrySignature {
  if (typeof value !== 'object' || value === null) return false
  const signed = value as Partial<Record<keyof EntrySignature, unknown>>
  return (
    typeof signed.by === 'string' &&
    isUuid(signed.by) &&
    Number.isSafeInteger(signed.key) &&
    (signed.key as number) > 0 &&
    typeof signed.signature === 'string' &&
    signature.test(signed.signature) &&
    Object.keys(signed).length === 3
  )
}

/** One thing wrong with an entry: the field (or part of the entry), and what would be accepted. Never the value found. */
export type EntryFault = { readonly field: string; readonly accepted: string }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export function isUuid(text: string): boolean {
  return uuid.test(text)
}
