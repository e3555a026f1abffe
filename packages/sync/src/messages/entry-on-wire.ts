import {
  type Entry,
  findPartialDate,
  isEntrySignature,
  isSealedPart,
  type PartialDate,
  type SealedPart,
} from '@sathi/domain'
import { z } from 'zod'
import {
  CodeText,
  CompartmentName,
  EntryIdText,
  InstantText,
  SubjectIdText,
  SubjectTypeName,
} from './identifiers.ts'

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
  sealed: z.partialRecord(CompartmentName, z.custom<SealedPart>(isSealedPart)).exactOptional(),
  signed: z.custom<NonNullable<Entry['signed']>>(isEntrySignature).exactOptional(),
})
