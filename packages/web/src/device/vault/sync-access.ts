import { folderOfDevice } from './device-files.ts'

/** A file in the browser's private folder as workers reach it: bytes are overwritten where they lie, and flushed. */
export type SyncAccess = {
  read(into: Uint8Array, options: { readonly at: number }): number
  write(bytes: Uint8Array, options: { readonly at: number }): number
  truncate(length: number): void
  getSize(): number
  flush(): void
  close(): void
}

/** Works on a file that nobody else has open; it is made when it is not there. */
export async function withAccess<Value>(name: string, work: (access: SyncAccess) => Value): Promise<Value> {
  const handle = await (await folderOfDevice()).getFileHandle(name, { create: true })
  // Only workers have this method, and the types of pages do not name it.
  const { createSyncAccessHandle } = handle as unknown as {
    createSyncAccessHandle: () => Promise<SyncAccess>
  }
  const access = await createSyncAccessHandle.call(handle)
  try {
    return work(access)
  } finally {
    access.close()
  }
}

export function readAll(access: SyncAccess): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(access.getSize())
  access.read(bytes, { at: 0 })
  return bytes
}

/** Writes and flushes; throws when not all of it was written. */
export function writeAt(access: SyncAccess, at: number, bytes: Uint8Array): void {
  if (access.write(bytes, { at }) !== bytes.length) {
    throw new DOMException('the file was not written whole', 'QuotaExceededError')
  }
  access.flush()
}
