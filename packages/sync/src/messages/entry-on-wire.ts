import {
  compartments,
  type Entry,
  findPartialDate,
  isEntrySignature,
  isSealedPart,
  type PartialDate,
} from '@sathi/domain'
import { z } from 'zod'
import { CodeText, EntryIdText, InstantText, SubjectIdText, SubjectTypeName } from './identifiers.ts'

/** An entry as a device receives it: each sealed part as its box, or as the digest of a box that is withheld. */
export const EntryOnWire: z.ZodType<Entry> = z.strictObject({
  id: EntryIdText,
  subject: z.strictObject({ type: SubjectTypeName, id: SubjectIdText }),
  kind: z.string().regex(/^[a-z][a-z0-9_]{0,99}$/),
  version: z.int().min(1),
  occurredOn: z.custom<PartialDate>(
    (value) => typeof value === 'string' && findPartialDate(value) !== undefined,
  ),
  recordedAt: InstantText,
  author: CodeText.nullable(),
  device: CodeText.nullable(),
  amends: EntryIdText.exactOptional(),
  retracts: EntryIdText.exactOptional(),
  settles: z.array(EntryIdText).readonly().exactOptional(),
  rowId: CodeText.exactOptional(),
  open: z.record(z.string(), z.unknown()),
  sealed: z.custom<NonNullable<Entry['sealed']>>(areSealedParts).exactOptional(),
  signed: z.custom<NonNullable<Entry['signed']>>(isEntrySignature).exactOptional(),
})

/** Every name is looked at: a record of Zod's passes over the name `__proto__`. */
function areSealedParts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(value).every(
    ([name, part]) => (compartments as readonly string[]).includes(name) && isSealedPart(part),
  )
}
