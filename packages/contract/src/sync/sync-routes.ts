import {
  BlobAnswer,
  BlobCard,
  BlobRequest,
  type DeviceId,
  FetchRequest,
  HelloAnswer,
  HelloRequest,
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
  WipedAnswer,
  WipedRequest,
} from '@sathi/sync/messages'
import { z } from 'zod'
import type { Route } from '../route/index.ts'

const ofBlob = z.object({ id: FetchRequest.shape.blob })
const ofChunk = z.object({
  id: FetchRequest.shape.blob,
  number: z.coerce.number().pipe(FetchRequest.shape.number),
})
const byDevice = z.object({ device: FetchRequest.shape.device as z.ZodType<DeviceId> })

export const helloRoute = {
  method: 'POST',
  path: '/api/sync/hello',
  summary: 'Greets a device: whether it may go on, and how far the feed has come',
  body: HelloRequest,
  answer: HelloAnswer,
} as const satisfies Route

export const wipedRoute = {
  method: 'POST',
  path: '/api/sync/wiped',
  summary: 'A device says that it has erased itself',
  body: WipedRequest,
  answer: WipedAnswer,
} as const satisfies Route

export const pushRoute = {
  method: 'POST',
  path: '/api/sync/push',
  summary: 'Takes in what a device has: entries, keys, wraps and notes of reading',
  body: PushRequest,
  answer: PushAnswer,
} as const satisfies Route

export const pullRoute = {
  method: 'POST',
  path: '/api/sync/pull',
  summary: 'The next changes for a device',
  body: PullRequest,
  answer: PullAnswer,
} as const satisfies Route

export const announceBlobRoute = {
  method: 'POST',
  path: '/api/sync/blobs',
  summary: 'Announces a file in sealed chunks, or asks from which chunk to go on',
  body: BlobRequest,
  answer: BlobAnswer,
} as const satisfies Route

/** The body is the chunk itself. */
export const putChunkRoute = {
  method: 'PUT',
  path: '/api/sync/blobs/:id/chunks/:number',
  summary: 'Takes in one chunk of a file',
  params: ofChunk,
  query: byDevice,
  answer: BlobAnswer,
} as const satisfies Route

export const blobRoute = {
  method: 'GET',
  path: '/api/sync/blobs/:id',
  summary: 'The card of a file, for who may open it',
  params: ofBlob,
  query: byDevice,
  answer: BlobCard,
} as const satisfies Route

/** What is answered is the chunk itself. */
export const chunkRoute = {
  method: 'GET',
  path: '/api/sync/blobs/:id/chunks/:number',
  summary: 'One chunk of a file, for who may open it',
  params: ofChunk,
  query: byDevice,
} as const satisfies Route
