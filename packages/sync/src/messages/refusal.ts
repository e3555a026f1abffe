import type { EntryFault } from '@sathi/domain'
import { z } from 'zod'
import { CompartmentName, EntryIdText } from './identifiers.ts'

const fault = z.custom<EntryFault>(
  (value) =>
    typeof (value as EntryFault)?.field === 'string' && typeof (value as EntryFault)?.accepted === 'string',
)
const target = EntryIdText

/** Why an entry is not stored. No reason holds the value of a field; "not yours" reads as "not there". */
export type PushRefusal = z.infer<typeof PushRefusal>
export const PushRefusal = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.literal('unknown-kind') }),
  z.strictObject({ reason: z.literal('faults'), faults: z.array(fault).readonly() }),
  z.strictObject({ reason: z.literal('other-bytes') }),
  z.strictObject({ reason: z.literal('row-taken'), by: EntryIdText }),
  z.strictObject({ reason: z.literal('unknown-subject') }),
  z.strictObject({ reason: z.literal('other-subject-type') }),
  z.strictObject({ reason: z.literal('other-subject-code') }),
  z.strictObject({ reason: z.literal('subject-code-taken') }),
  z.strictObject({ reason: z.literal('unknown-target'), target }),
  z.strictObject({ reason: z.literal('other-subject'), target }),
  z.strictObject({ reason: z.literal('other-kind'), target }),
  z.strictObject({ reason: z.literal('loop') }),
  /** It carries no signature. */
  z.strictObject({ reason: z.literal('not-signed') }),
  /** The signature does not hold, or is not that of the member who pushes. */
  z.strictObject({ reason: z.literal('bad-signature') }),
  /** Her role does not write entries of this kind. */
  z.strictObject({ reason: z.literal('kind-not-yours') }),
  /** A part is sealed under a key that the office does not keep for anybody: nobody could ever open it. */
  z.strictObject({ reason: z.literal('sealed-without-key'), compartment: CompartmentName }),
  /** It refers to a file of which chunks are missing. */
  z.strictObject({ reason: z.literal('unknown-blob') }),
  /** It is longer than a message may be. Said by the device, before it is sent. */
  z.strictObject({ reason: z.literal('too-large') }),
])
