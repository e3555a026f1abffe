import {
  compartments,
  type EntryId,
  findDay,
  type Instant,
  isUuid,
  type MemberId,
  type SubjectId,
  subjectTypes,
} from '@sathi/domain'
import { z } from 'zod'
import { protocol } from '../measures/index.ts'

const instant = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
// One line of at most 200 characters, as the journal asks of every code and name.
const name = /^[^\p{Cc}]{1,200}$/u

export const ProtocolVersion = z.literal(protocol)

export const EntryIdText = uuid<EntryId>()
export const SubjectIdText = uuid<SubjectId>()
export const MemberIdText = uuid<MemberId>()

/** A blob's id: a UUID made on the device. */
export type BlobId = string & { readonly blobId: unique symbol }
export const BlobIdText = uuid<BlobId>()

/** A device's id, as it stands in the entries written there. */
export type DeviceId = string & { readonly deviceId: unique symbol }
export const DeviceIdText = z.custom<DeviceId>((value) => typeof value === 'string' && name.test(value))

/** Names one life of the feed; a restore begins another. */
export type Epoch = string & { readonly epoch: unique symbol }
export const EpochText = z.custom<Epoch>((value) => typeof value === 'string' && name.test(value))

/** Of a day that there is, of the years 1900 to 2199: others no database takes. */
export const InstantText = z.custom<Instant>(
  (value) => typeof value === 'string' && instant.test(value) && findDay(value.slice(0, 10)) !== undefined,
)
export const CodeText = z.string().regex(name)
/** A token or a wrap: a wrap with the word of who made it takes some 200 characters. */
export const Base64Url = z.string().regex(/^[A-Za-z0-9_-]{0,400}$/)
export const CompartmentName = z.enum(compartments)
export const SubjectTypeName = z.enum(subjectTypes)
export const Position = z.int().min(0)
export const KeyVersion = z.int().min(1).max(1_000_000)
export const AppVersion = z.string().max(40)

/** SHA-256 of bytes, base64url. */
export const Digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

function uuid<Id extends string>() {
  return z.custom<Id>((value) => typeof value === 'string' && isUuid(value))
}
