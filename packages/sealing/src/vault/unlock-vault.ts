import type { Bytes } from '../primitives/index.ts'
import { waitSeconds } from './back-off.ts'
import { openVault, type VaultAnswer } from './open-vault.ts'
import { findVaultImage, writeVaultImage } from './vault-image.ts'

/** Where the image lies. `write` comes back only when the bytes are on the disk. */
export type VaultFile = {
  readonly read: () => Promise<Bytes>
  readonly write: (image: Bytes) => Promise<void>
}

/**
 * Opens the vault in its file, in the one safe order: the attempt is counted on the disk before it is made, so that
 * cutting the power wins no free guess, and its outcome is on the disk before anybody is told.
 * Two of these must never run at once on one file: hold a lock.
 */
export async function unlockVault(file: VaultFile, secret: string, at: number): Promise<VaultAnswer> {
  const before = await file.read()
  const image = findVaultImage(before)
  if (image?.condition === 'live' && waitSeconds(image.wrongAttempts, image.lastWrongAt, at) === 0) {
    await file.write(writeVaultImage({ ...image, wrongAttempts: image.wrongAttempts + 1, lastWrongAt: at }))
  }
  const answer = await openVault(before, secret, at)
  if (answer.state !== 'damaged') await file.write(answer.image)
  return answer
}
