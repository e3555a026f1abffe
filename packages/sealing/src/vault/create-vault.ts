import type { StrongParameters } from '../members/index.ts'
import {
  type Bytes,
  importAesKey,
  randomBytes,
  saltLength,
  sameBytes,
  type WebKey,
} from '../primitives/index.ts'
import { attemptVault, type VaultAnswer, writeContents } from './open-vault.ts'
import { deriveSlotKey, newContents, type SlotRole, slotRoles } from './vault-slots.ts'

/** The secrets that open a vault, or under duress seem to. Only the passphrase must be there. */
export type VaultSecrets = { readonly passphrase: string } & { readonly [Role in SlotRole]?: string }

export type NewVault =
  | { readonly state: 'made'; readonly image: Bytes; readonly dataKey: WebKey }
  /** Two of the secrets are one: nobody could say what it is meant to open. */
  | { readonly state: 'same_secret' }

/** A vault with a new data key. Runs Argon2id once for each secret. */
export async function createVault(secrets: VaultSecrets, parameters: StrongParameters): Promise<NewVault> {
  const lock = { salt: randomBytes(saltLength), parameters }
  const used: Partial<Record<SlotRole, Bytes>> = {}
  for (const role of slotRoles) {
    const secret = secrets[role]
    if (secret === undefined) continue
    const slotKey = await deriveSlotKey(secret, lock)
    if (Object.values(used).some((other) => sameBytes(other, slotKey))) return { state: 'same_secret' }
    used[role] = slotKey
  }
  const contents = newContents(used)
  return {
    state: 'made',
    image: await writeContents(contents, lock),
    dataKey: await importAesKey(contents.dataKey),
  }
}

/** Gives one slot another secret, or none any more; the passphrase can only be changed. */
export type SlotChange =
  | { readonly role: 'passphrase'; readonly secret: string }
  | { readonly role: Exclude<SlotRole, 'passphrase'>; readonly secret: string | undefined }

/**
 * Opens the vault with a secret it has and changes a slot; all slots are sealed anew. Under duress it changes the
 * emptied vault in the same way, so that a forced change looks like any other.
 */
export async function changeVaultSecret(
  file: Bytes,
  secret: string,
  change: SlotChange,
  at: number,
): Promise<VaultAnswer | { readonly state: 'same_secret'; readonly image: Bytes }> {
  const attempt = await attemptVault(file, secret, at)
  if (attempt.contents === undefined) return attempt.answer
  const { answer, image, contents } = attempt
  const slotKey =
    change.secret === undefined
      ? newContents({}).slotKeys[change.role]
      : await deriveSlotKey(change.secret, image)
  const others = slotRoles.filter((role) => role !== change.role)
  if (others.some((role) => sameBytes(contents.slotKeys[role], slotKey))) {
    return { state: 'same_secret', image: answer.image }
  }
  const changed = { ...contents, slotKeys: { ...contents.slotKeys, [change.role]: slotKey } }
  return { ...answer, image: await writeContents(changed, image) }
}
