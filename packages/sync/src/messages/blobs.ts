import { z } from 'zod'
import { largestChunk, mostChunks } from '../measures/index.ts'
import {
  BlobIdText,
  CompartmentName,
  DeviceIdText,
  Digest,
  ProtocolVersion,
  SubjectIdText,
} from './identifiers.ts'

/** A file in sealed chunks: whose case and compartment it is, how long, and the digest of each chunk. */
export type BlobCard = z.infer<typeof BlobCard>
export const BlobCard = z.strictObject({
  blob: BlobIdText,
  subject: SubjectIdText,
  compartment: CompartmentName,
  /** Bytes of all chunks. */
  size: z
    .int()
    .min(1)
    .max(largestChunk * mostChunks),
  chunks: z.array(Digest).min(1).max(mostChunks).readonly(),
})

/** Announces a file. Asked again, it says from which chunk to go on. */
export type BlobRequest = z.infer<typeof BlobRequest>
export const BlobRequest = z.strictObject({
  protocol: ProtocolVersion,
  device: DeviceIdText,
  card: BlobCard,
})

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= largestChunk)

export type ChunkRequest = z.infer<typeof ChunkRequest>
export const ChunkRequest = z.strictObject({
  protocol: ProtocolVersion,
  device: DeviceIdText,
  blob: BlobIdText,
  /** From 0. */
  number: z
    .int()
    .min(0)
    .max(mostChunks - 1),
  bytes,
})

export type BlobRefusal = z.infer<typeof BlobRefusal>
export const BlobRefusal = z.discriminatedUnion('reason', [
  /** Nobody has announced it. */
  z.strictObject({ reason: z.literal('unknown-blob') }),
  /** Another file has this id. */
  z.strictObject({ reason: z.literal('other-blob') }),
  /** The bytes are not those that were announced. */
  z.strictObject({ reason: z.literal('other-digest') }),
])

export type BlobAnswer = z.infer<typeof BlobAnswer>
export const BlobAnswer = z.discriminatedUnion('state', [
  /** How many chunks, from the first on, the office has. */
  z.strictObject({ state: z.literal('have'), have: z.int().min(0) }),
  z.strictObject({ state: z.literal('refused'), refusal: BlobRefusal }),
])

export type FetchRequest = z.infer<typeof FetchRequest>
export const FetchRequest = z.strictObject({
  protocol: ProtocolVersion,
  device: DeviceIdText,
  blob: BlobIdText,
  number: z
    .int()
    .min(0)
    .max(mostChunks - 1),
})

export type FetchAnswer = z.infer<typeof FetchAnswer>
export const FetchAnswer = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('chunk'), card: BlobCard, bytes }),
  z.strictObject({ state: z.literal('not-there') }),
])
