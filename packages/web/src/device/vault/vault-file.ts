import { type Bytes, eraseVault, type VaultFile, vaultImageLength } from '@sathi/sealing'
import { findFile, folderOfDevice } from './device-files.ts'

/** A file in the browser's private folder as workers reach it: bytes are overwritten where they lie, and flushed. */
type SyncAccess = {
  read(into: Uint8Array, options: { readonly at: number }): number
  write(bytes: Uint8Array, options: { readonly at: number }): number
  getSize(): number
  flush(): void
  close(): void
}

const vaultName = 'vault'

/** Whether a vault lies here. Asked on the page's thread too. */
export async function isVaultThere(): Promise<boolean> {
  const handle = await findFile(vaultName)
  return handle !== undefined && (await handle.getFile()).size === vaultImageLength
}

/**
 * The vault in its file of one size. Only here are keys overwritten for good: IndexedDB keeps what is deleted from it on
 * the disk. `write` comes back when the bytes are flushed.
 */
export function vaultInFile(): VaultFile {
  return {
    read: () =>
      withAccess((access) => {
        const image = new Uint8Array(access.getSize())
        access.read(image, { at: 0 })
        return image
      }),
    write: (image) => withAccess((access) => overwrite(access, image)),
  }
}

/** Overwrites the slots, flushes, and takes the file away. */
export async function removeVault(): Promise<void> {
  if ((await findFile(vaultName)) === undefined) return
  await withAccess((access) => {
    const image = new Uint8Array(access.getSize())
    access.read(image, { at: 0 })
    overwrite(access, eraseVault(image))
  })
  await (await folderOfDevice()).removeEntry(vaultName)
}

function overwrite(access: SyncAccess, image: Bytes): void {
  if (access.write(image, { at: 0 }) !== image.length) throw new Error('the vault was not written whole')
  access.flush()
}

async function withAccess<Value>(work: (access: SyncAccess) => Value): Promise<Value> {
  const handle = await (await folderOfDevice()).getFileHandle(vaultName, { create: true })
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
