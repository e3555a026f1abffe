import { type Bytes, joinBytes, type Opened, opened } from '../primitives/index.ts'
import {
  chunkLength,
  countChunks,
  createFileKey,
  loadFileKey,
  openChunk,
  type SealedChunk,
  sealChunk,
} from './seal-chunk.ts'

export type SealedFile = { readonly fileKey: string; readonly chunks: readonly SealedChunk[] }

/** Seals a file that fits in memory, under a key of its own. */
export async function sealFile(attachmentId: string, file: Bytes): Promise<SealedFile> {
  const fileKey = createFileKey()
  const key = await loadFileKey(fileKey)
  if (key.state === 'refused') throw new Error('a new file key is malformed')
  const count = countChunks(file.length)
  const chunks: SealedChunk[] = []
  for (let index = 0; index < count; index++) {
    const part = file.slice(index * chunkLength, (index + 1) * chunkLength)
    chunks.push(await sealChunk(key.value, { attachmentId, index, last: index === count - 1 }, part))
  }
  return { fileKey, chunks }
}

/** The file again, from all its chunks in their order and no others. */
export async function openFile(
  attachmentId: string,
  fileKey: string,
  chunks: readonly Bytes[],
): Promise<Opened<Bytes>> {
  const key = await loadFileKey(fileKey)
  if (key.state === 'refused') return key
  const parts: Bytes[] = []
  // No chunk at all is asked for as the last one, which then is malformed.
  for (let index = 0; index < Math.max(1, chunks.length); index++) {
    const last = index >= chunks.length - 1
    const part = await openChunk(key.value, { attachmentId, index, last }, chunks[index] ?? new Uint8Array())
    if (part.state === 'refused') return part
    parts.push(part.value)
  }
  return opened(joinBytes(...parts))
}
