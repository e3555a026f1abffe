import {
  type Bytes,
  calibrateParameters,
  changeVaultSecret,
  createMemberSecret,
  createPassphraseSettings,
  createVault,
  derivePassphraseKeys,
  loadMemberKeys,
  type MemberKeyOwner,
  type MemberKeys,
  type MemberSecret,
  openMemberSecret,
  type PassphraseSettings,
  type SlotChange,
  type SlotRole,
  unlockVault,
  type VaultAnswer,
  type VaultSecrets,
  type WebKey,
  wrapMemberSecret,
  wrapMemberSecretForRecovery,
} from '@sathi/sealing'
import { isVaultThere, removeVault, vaultInFile } from './vault-file.ts'

/** A phone may take this long to open its vault. */
const longestStretch = 450

/** A member's private keys as a device or the office keeps them: wrapped by what her passphrase gives. */
export type WrappedKeys = { readonly settings: PassphraseSettings; readonly wrapped: string }

export type UsableKeys = { readonly keys: MemberKeys; readonly signInSecret: string }

export type NewMemberKeys = UsableKeys & {
  readonly kept: WrappedKeys
  /** For the day on which the passphrase is forgotten. */
  readonly wrappedForRecovery: string
}

/** What an attempt gave, as the page may know it: never the image, and the key only as one that cannot be read out. */
export type Unlocked =
  | { readonly state: 'open'; readonly dataKey: WebKey; readonly by: SlotRole }
  /** The real slots are gone, and this is the key of an empty vault. */
  | { readonly state: 'duress'; readonly dataKey: WebKey; readonly by: SlotRole }
  | NotUnlocked

export type NotUnlocked =
  | { readonly state: 'wrong'; readonly attemptsLeft: number; readonly waitSeconds: number }
  | { readonly state: 'wait'; readonly waitSeconds: number }
  | { readonly state: 'erased' }
  | { readonly state: 'damaged' }
  | { readonly state: 'none' }

/** What is done in the worker: all that stretches a passphrase, writes the vault's file or sees a private key. */
export const vaultTasks = {
  async create(
    secrets: VaultSecrets,
  ): Promise<{ state: 'made'; dataKey: WebKey } | { state: 'same_secret' }> {
    const made = await createVault(secrets, await calibrated())
    if (made.state === 'same_secret') return made
    await alone(() => vaultInFile().write(made.image))
    return { state: 'made', dataKey: made.dataKey }
  },

  unlock: (secret: string, at: number): Promise<Unlocked> =>
    alone(async () => {
      if (!(await isVaultThere())) return { state: 'none' }
      return told(await unlockVault(vaultInFile(), secret, at))
    }),

  change: (secret: string, change: SlotChange, at: number): Promise<Unlocked | { state: 'same_secret' }> =>
    alone(async () => {
      const file = vaultInFile()
      const answer = await changeVaultSecret(await file.read(), secret, change, at)
      if (answer.state !== 'damaged') await file.write(answer.image)
      return answer.state === 'same_secret' ? { state: answer.state } : told(answer)
    }),

  erase: (): Promise<void> => alone(removeVault),

  async newMemberKeys(
    passphrase: string,
    owner: MemberKeyOwner,
    recoveryPublicKey: string,
  ): Promise<NewMemberKeys> {
    const secret = await createMemberSecret()
    const { settings, wrapKey, signInSecret } = await stretchAnew(passphrase)
    const kept = { settings, wrapped: await wrapMemberSecret(secret, wrapKey, owner) }
    const wrappedForRecovery = await wrapMemberSecretForRecovery(secret, recoveryPublicKey, owner)
    return { keys: await loadAndForget(secret), signInSecret, kept, wrappedForRecovery }
  },

  async openMemberKeys(
    passphrase: string,
    kept: WrappedKeys,
    owner: MemberKeyOwner,
  ): Promise<UsableKeys | undefined> {
    const opened = await openSecret(passphrase, kept, owner)
    return opened && { keys: await loadAndForget(opened.secret), signInSecret: opened.signInSecret }
  },

  /** The same keys, wrapped for another passphrase. */
  async wrapAgain(
    passphrase: string,
    kept: WrappedKeys,
    owner: MemberKeyOwner,
    newPassphrase: string,
  ): Promise<{ readonly kept: WrappedKeys; readonly signInSecret: string } | undefined> {
    const opened = await openSecret(passphrase, kept, owner)
    if (opened === undefined) return undefined
    const { settings, wrapKey, signInSecret } = await stretchAnew(newPassphrase)
    const wrapped = await wrapMemberSecret(opened.secret, wrapKey, owner)
    opened.secret.fill(0)
    return { kept: { settings, wrapped }, signInSecret }
  },

  async signInSecret(passphrase: string, settings: PassphraseSettings): Promise<string | undefined> {
    const keys = await derivePassphraseKeys(passphrase, settings)
    return keys.state === 'open' ? keys.value.signInSecret : undefined
  },
} as const

export type VaultTasks = typeof vaultTasks

/** Two attempts at once would each count as the first. */
function alone<Value>(work: () => Promise<Value>): Promise<Value> {
  return navigator.locks.request('sathi vault', work)
}

function calibrated() {
  return calibrateParameters(longestStretch, () => performance.now())
}

async function stretchAnew(passphrase: string) {
  const settings = createPassphraseSettings(await calibrated())
  const keys = await derivePassphraseKeys(passphrase, settings)
  if (keys.state === 'refused') throw new Error('new settings are malformed')
  return { settings, ...keys.value }
}

async function openSecret(passphrase: string, { settings, wrapped }: WrappedKeys, owner: MemberKeyOwner) {
  const keys = await derivePassphraseKeys(passphrase, settings)
  if (keys.state === 'refused') return undefined
  const secret = await openMemberSecret(wrapped, keys.value.wrapKey, owner)
  if (secret.state === 'refused') return undefined
  return { secret: secret.value, signInSecret: keys.value.signInSecret }
}

async function loadAndForget(secret: MemberSecret): Promise<MemberKeys> {
  const keys = await loadMemberKeys(secret)
  secret.fill(0)
  return keys
}

function told(answer: VaultAnswer): Unlocked {
  if (answer.state === 'damaged') return answer
  const { image: _, ...rest }: VaultAnswer & { image: Bytes } = answer
  return rest
}
