import { type Bytes, openFile } from '@sathi/sealing'
import type { BlobId, Office } from '@sathi/sync'
import { fetchBlob } from '@sathi/sync/device'
import { roundPorts } from '../session/round-ports.ts'
import { type Session, unlessEnded } from '../session/session.ts'
import { type FileInField, findFileKey } from './file-keys.ts'

export type FileAnswer =
  | { readonly state: 'open'; readonly content: Bytes }
  /** It lies in the office, and there is no connection. */
  | { readonly state: 'unreachable' }
  | { readonly state: 'not-there' }
  /** Its key is not known here, or its bytes are not those that were sealed. */
  | { readonly state: 'refused' }

/** A file's content, fetched from the office if it is not here. It is decrypted for the caller and kept nowhere. */
export async function readFile(
  session: Session,
  office: Office,
  appVersion: string,
  file: FileInField,
): Promise<FileAnswer> {
  const blob = file.blob as BlobId
  const key = file.key ?? (await findFileKey(session, blob))
  if (key === undefined) return { state: 'refused' }
  const found = await fetchBlob(roundPorts(session, office, appVersion), blob)
  if (found.state !== 'there') return { state: found.state }
  const chunks = await Promise.all(
    found.card.chunks.map((_, number) => session.store.readChunk(blob, number)),
  )
  const opened = await openFile(blob, key, chunks.filter((chunk) => chunk !== undefined) as Bytes[])
  if (opened.state === 'refused') return { state: 'refused' }
  return unlessEnded(session, { state: 'open', content: opened.value })
}
