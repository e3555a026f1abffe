import {
  type Bytes,
  bind,
  boxOverhead,
  findBase64url,
  importAesKey,
  keyLength,
  malformed,
  type Opened,
  openBox,
  opened,
  randomBytes,
  sealBox,
  sha256,
  toBase64url,
  type WebKey,
} from '../primitives/index.ts'

/** Bytes of a file in one chunk: small enough to send again on a bad line, large enough for few requests. */
export const chunkLength = 262_144

/** Which chunk of which file: the index from 0, and whether the file ends with it. */
export type ChunkPlace = { readonly attachmentId: string; readonly index: number; readonly last: boolean }

/** A new key for one file, base64url: it belongs into a sealed field of the entry that the file hangs on. */
export function createFileKey(): string {
  return toBase64url(randomBytes(keyLength))
}

export async function loadFileKey(text: string): Promise<Opened<WebKey>> {
  const secret = findBase64url(text, keyLength)
  return secret === undefined ? malformed : opened(await importAesKey(secret))
}

/** How many chunks a file has; an empty one has one, which says that it is empty. */
export function countChunks(fileLength: number): number {
  return Math.max(1, Math.ceil(fileLength / chunkLength))
}

export type SealedChunk = {
  readonly bytes: Bytes
  /** SHA-256 of the ciphertext, base64url: what the server checks an upload by. */
  readonly digest: string
}

/** Throws when a chunk that is not the last is not full: chunks are cut by the program. */
export async function sealChunk(key: WebKey, place: ChunkPlace, part: Bytes): Promise<SealedChunk> {
  if (!isChunkLength(part.length, place.last)) throw new Error('a chunk of the wrong length')
  const bytes = await sealBox(key, part, boundTo(place))
  return { bytes, digest: await chunkDigest(bytes) }
}

export async function openChunk(key: WebKey, place: ChunkPlace, sealed: Bytes): Promise<Opened<Bytes>> {
  if (!isChunkLength(sealed.length - boxOverhead, place.last)) return malformed
  return openBox(key, sealed, boundTo(place))
}

export async function chunkDigest(sealed: Bytes): Promise<string> {
  return toBase64url(await sha256(sealed))
}

function isChunkLength(length: number, last: boolean): boolean {
  return last ? length >= 0 && length <= chunkLength : length === chunkLength
}

function boundTo({ attachmentId, index, last }: ChunkPlace): Bytes {
  return bind('sathi chunk 1', attachmentId, index, last ? 'last' : 'more')
}
