import { z } from 'zod'
import { mostInMessage } from '../measures/index.ts'
import { EntryOnWire } from './entry-on-wire.ts'
import {
  AppVersion,
  Base64Url,
  CodeText,
  CompartmentName,
  DeviceIdText,
  EpochText,
  InstantText,
  KeyVersion,
  MemberIdText,
  Position,
  ProtocolVersion,
  SubjectIdText,
} from './identifiers.ts'
import { Holder } from './push.ts'

/** How far a device has come. Only the office reads what it says. */
export const CursorText = z.string().max(1000)

export type PullRequest = z.infer<typeof PullRequest>
export const PullRequest = z.strictObject({
  protocol: ProtocolVersion,
  device: DeviceIdText,
  appVersion: AppVersion,
  /** Null to begin. */
  cursor: CursorText.nullable(),
  /** The life of the feed that the greeting told of: a device without a cursor may have pushed in an earlier one. */
  epoch: EpochText.nullable(),
  limit: z.int().min(1).max(mostInMessage),
})

/** A member as others must know her: her user code, and the keys by which her entries are verified and wraps are made. */
export type MemberCard = z.infer<typeof MemberCard>
export const MemberCard = z.looseObject({ member: MemberIdText })

/** Who works on a case, and from when until when. */
export type AssignmentCard = z.infer<typeof AssignmentCard>
export const AssignmentCard = z.looseObject({ subject: SubjectIdText, member: MemberIdText })

const compartmentKey = { subject: SubjectIdText, compartment: CompartmentName, version: KeyVersion }

/** One thing that a device learns. They are applied in the order in which they stand. */
export type Change = z.infer<typeof Change>
export const Change = z.discriminatedUnion('change', [
  z.strictObject({
    change: z.literal('entry'),
    position: Position,
    receivedAt: InstantText,
    entry: EntryOnWire,
    subjectCode: CodeText,
  }),
  /** A case is hers from now on: the whole of it follows. */
  z.strictObject({ change: z.literal('granted'), subject: SubjectIdText, subjectCode: CodeText }),
  /** A case is hers no more: its entries, files and keys are erased. */
  z.strictObject({ change: z.literal('revoked'), subject: SubjectIdText }),
  z.strictObject({ change: z.literal('wrap'), ...compartmentKey, wrap: Base64Url, madeBy: MemberIdText }),
  z.strictObject({ change: z.literal('member'), card: MemberCard }),
  z.strictObject({ change: z.literal('assignment'), assignment: AssignmentCard }),
  /** Somebody who may open the compartment lacks this key, and this device may hold it. */
  z.strictObject({ change: z.literal('wanted'), ...compartmentKey, holder: Holder }),
])

export type PullAnswer = z.infer<typeof PullAnswer>
export const PullAnswer = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('page'),
    changes: z.array(Change).readonly(),
    cursor: CursorText,
    more: z.boolean(),
  }),
  z.strictObject({
    state: z.literal('begin-again'),
    why: z.enum(['restored', 'roles-changed']),
    cursor: CursorText,
  }),
  /** The app is too old to read pages. What is hers no more is erased all the same. */
  z.strictObject({
    state: z.literal('too-old'),
    oldest: AppVersion,
    revoked: z.array(SubjectIdText).readonly(),
  }),
])
