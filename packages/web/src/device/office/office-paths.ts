import type { BlobId } from '@sathi/sync'

/** Where the office answers a device's messages. */
export const officePaths = {
  hello: '/api/sync/hello',
  wiped: '/api/sync/wiped',
  push: '/api/sync/push',
  pull: '/api/sync/pull',
  blob: '/api/sync/blobs',
  /** PUT sends a chunk, GET fetches one; `?device=` names who asks. */
  chunk: (blob: BlobId, number: number) => `/api/sync/blobs/${blob}/chunks/${number}`,
  /** GET gives the card of a file. */
  card: (blob: BlobId) => `/api/sync/blobs/${blob}`,
} as const
