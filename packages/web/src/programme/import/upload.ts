import { useSyncExternalStore } from 'react'
import { type Answer, type Begun, sendLineList } from '../../api/index.ts'

/** What this page is sending. It goes on while the person looks at other screens, so it does not live in one of them. */
export type Upload =
  | { readonly state: 'none' }
  | { readonly state: 'sending'; readonly bytesSent: number; readonly bytesTotal: number }
  | { readonly state: 'sent'; readonly answer: Answer<Begun> }

let upload: Upload = { state: 'none' }
const listeners = new Set<() => void>()

export function useUpload(): Upload {
  return useSyncExternalStore(listen, () => upload)
}

/** Sends files and answers with the import that the server began. */
export async function startUpload(files: readonly File[]): Promise<Answer<Begun>> {
  change({ state: 'sending', bytesSent: 0, bytesTotal: 0 })
  const answer = await sendLineList(files, (bytesSent, bytesTotal) =>
    change({ state: 'sending', bytesSent, bytesTotal }),
  )
  change({ state: 'sent', answer })
  return answer
}

/** Forgets what came of the last upload, before a new one. */
export function forgetUpload(): void {
  if (upload.state === 'sent') change({ state: 'none' })
}

function change(next: Upload): void {
  upload = next
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
