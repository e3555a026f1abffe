import { type Entry, isUuid, type MemberId } from '@sathi/domain'
import { z } from 'zod'
import { mostInMessage } from '../measures/index.ts'
import {
  Base64Url,
  BlobIdText,
  CodeText,
  CompartmentName,
  DeviceIdText,
  EntryIdText,
  InstantText,
  KeyVersion,
  Position,
  ProtocolVersion,
  SubjectIdText,
} from './identifiers.ts'
import { PushRefusal } from './refusal.ts'

/**
 * An entry as it comes in: of it only the id is looked at here. The rest is judged entry by entry, so that one that is
 * wrong does not hold back those that travel with it.
 */
const entry = z.custom<Entry>((value) => {
  const id: unknown = typeof value === 'object' && value !== null ? (value as Partial<Entry>).id : undefined
  return typeof id === 'string' && isUuid(id)
})

/** An entry on its way to the office, with what stands beside a journal and never in it. */
export type Submission = z.infer<typeof Submission>
export const Submission = z.strictObject({
  entry,
  /** The subject's code, with the first entry of its journal. */
  subjectCode: CodeText.exactOptional(),
  /** Blind index of names, made on the device, by which duplicates are found. */
  tokens: z.array(Base64Url).max(200).readonly().exactOptional(),
  /** The files that its sealed parts refer to: the office cannot read those parts, so it is told. */
  blobs: z.array(BlobIdText).max(50).readonly().exactOptional(),
})

/** For whom a key is wrapped: a member, or the organisation's recovery key. */
export type Holder = z.infer<typeof Holder>
export const Holder = z.custom<MemberId | 'recovery'>(
  (value) => value === 'recovery' || (typeof value === 'string' && isUuid(value)),
)

const compartmentKey = { subject: SubjectIdText, compartment: CompartmentName, version: KeyVersion }

/** Names one key: of a case, a compartment, a version. */
export type KeyName = z.infer<typeof KeyName>
export const KeyName = z.strictObject(compartmentKey)

/** A new key, which travels only wrapped: for its author, the recovery key, and the holders that the device knows. */
export type NewKey = z.infer<typeof NewKey>
export const NewKey = z.strictObject({
  ...compartmentKey,
  wraps: z
    .array(z.strictObject({ holder: Holder, wrap: Base64Url }))
    .min(1)
    .max(200)
    .readonly(),
})

/** A key that exists, wrapped for one more holder. */
export type NewWrap = z.infer<typeof NewWrap>
export const NewWrap = z.strictObject({ ...compartmentKey, holder: Holder, wrap: Base64Url })

/** Somebody opened a compartment on this device. */
export type ReadNote = z.infer<typeof ReadNote>
export const ReadNote = z.strictObject({
  subject: SubjectIdText,
  compartment: CompartmentName,
  at: InstantText,
  offline: z.boolean(),
})

export type PushRequest = z.infer<typeof PushRequest>
export const PushRequest = z.strictObject({
  protocol: ProtocolVersion,
  device: DeviceIdText,
  /** In the order in which they were written on the device. */
  submissions: z.array(Submission).max(mostInMessage).readonly(),
  keys: z.array(NewKey).max(mostInMessage).readonly(),
  wraps: z.array(NewWrap).max(mostInMessage).readonly(),
  reads: z.array(ReadNote).max(mostInMessage).readonly(),
})

/** What became of one entry. */
export type PushOutcome = z.infer<typeof PushOutcome>
export const PushOutcome = z.discriminatedUnion('state', [
  z.strictObject({ id: EntryIdText, state: z.literal('stored'), position: Position }),
  z.strictObject({ id: EntryIdText, state: z.literal('already-stored'), position: Position }),
  /** Written while she still had the case, and kept for the supervisor. */
  z.strictObject({ id: EntryIdText, state: z.literal('quarantined') }),
  z.strictObject({ id: EntryIdText, state: z.literal('refused'), refusal: PushRefusal }),
])

export type PushAnswer = z.infer<typeof PushAnswer>
export const PushAnswer = z.strictObject({
  /** One for each submission, in their order. */
  outcomes: z.array(PushOutcome).readonly(),
  /** Keys that the office does not keep, because another key has the name: what is sealed under them must be sealed anew. */
  otherKeys: z.array(KeyName).readonly(),
  serverTime: InstantText,
})

/** What the store says of an entry that it was asked to append. */
export type AppendOutcome = Exclude<PushOutcome, { state: 'quarantined' }>
