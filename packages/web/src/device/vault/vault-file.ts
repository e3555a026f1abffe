import { eraseVault, type VaultFile, vaultImageLength } from '@sathi/sealing'
import { findFile, folderOfDevice } from './device-files.ts'
import { readAll, withAccess, writeAt } from './sync-access.ts'

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
    read: () => withAccess(vaultName, readAll),
    write: (image) => withAccess(vaultName, (access) => writeAt(access, 0, image)),
  }
}

/** Overwrites the slots, flushes, and takes the file away. */
export async function removeVault(): Promise<void> {
  if ((await findFile(vaultName)) === undefined) return
  await withAccess(vaultName, (access) => writeAt(access, 0, eraseVault(readAll(access))))
  await (await folderOfDevice()).removeEntry(vaultName)
}
