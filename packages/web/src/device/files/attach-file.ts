import type { Compartment, SubjectId } from '@sathi/domain'
import { type Bytes, countChunks, sealFile } from '@sathi/sealing'
import type { BlobId } from '@sathi/sync'
import { mostChunks } from '@sathi/sync/measures'
import type { Session } from '../session/session.ts'
import { isDiskFull } from '../storage/disk-full.ts'
import { newId } from '../writing/new-id.ts'
import { type FileInField, keepFileKey } from './file-keys.ts'

/** Where a file belongs: whoever may open the compartment of the case may open the file. */
export type FilePlace = { readonly subject: SubjectId; readonly compartment: Compartment }

export type AttachAnswer =
  | { readonly state: 'kept'; readonly file: FileInField }
  | { readonly state: 'refused'; readonly reason: 'too-large' | 'disk-full' }

/** Takes a photograph, voice or scan into the store, in chunks sealed under a key of its own, before any entry names it. */
export async function attachFile(
  session: Session,
  content: Bytes,
  mediaType: string,
  { subject, compartment }: FilePlace,
): Promise<AttachAnswer> {
  if (countChunks(content.length) > mostChunks) return { state: 'refused', reason: 'too-large' }
  const blob = newId(Date.parse(session.now())) as BlobId
  const { fileKey, chunks } = await sealFile(blob, content)
  const card = {
    blob,
    subject,
    compartment,
    size: chunks.reduce((size, { bytes }) => size + bytes.length, 0),
    chunks: chunks.map(({ digest }) => digest),
  }
  try {
    await keepFileKey(session, blob, fileKey, subject)
    await session.store.commit([{ write: 'blob', card, chunks: chunks.map(({ bytes }) => bytes) }])
  } catch (fault) {
    if (isDiskFull(fault)) return { state: 'refused', reason: 'disk-full' }
    throw fault
  }
  return { state: 'kept', file: { blob, mediaType, bytes: content.length } }
}
