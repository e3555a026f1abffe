import { type Bytes, importAesKey, randomBytes, saltLength, type WebKey } from '../primitives/index.ts'
import { waitSeconds, wrongAttemptsBeforeErasing } from './back-off.ts'
import { findVaultImage, type VaultImage, vaultImageLength, writeVaultImage } from './vault-image.ts'
import {
  deriveSlotKey,
  newContents,
  openSlots,
  roleOf,
  type SlotRole,
  sealSlots,
  type VaultContents,
} from './vault-slots.ts'

/**
 * What an attempt gave. `image` is the file as it must be before anybody is told; an opened vault's is new in every
 * slot, whether it was opened in earnest or under duress.
 */
export type VaultAnswer =
  | { readonly state: 'open'; readonly image: Bytes; readonly dataKey: WebKey; readonly by: SlotRole }
  /** The real slots are gone; the key is that of an empty vault, which the duress passphrase opens from now on. */
  | { readonly state: 'duress'; readonly image: Bytes; readonly dataKey: WebKey; readonly by: SlotRole }
  | {
      readonly state: 'wrong'
      readonly image: Bytes
      readonly attemptsLeft: number
      readonly waitSeconds: number
    }
  /** Too soon after a wrong attempt: nothing was tried. */
  | { readonly state: 'wait'; readonly image: Bytes; readonly waitSeconds: number }
  /** No slot is left; the vault can only be made anew. */
  | { readonly state: 'erased'; readonly image: Bytes }
  | { readonly state: 'damaged' }

/** Tries a secret. `at` is the device's clock in milliseconds. Runs Argon2id once: call it in a worker. */
export async function openVault(file: Bytes, secret: string, at: number): Promise<VaultAnswer> {
  const { answer } = await attemptVault(file, secret, at)
  return answer
}

export type Attempt =
  | {
      readonly answer: Extract<VaultAnswer, { state: 'open' | 'duress' }>
      readonly image: VaultImage
      readonly contents: VaultContents
    }
  | { readonly answer: Exclude<VaultAnswer, { state: 'open' | 'duress' }>; readonly contents?: undefined }

export async function attemptVault(file: Bytes, secret: string, at: number): Promise<Attempt> {
  const image = findVaultImage(file)
  if (image === undefined) return { answer: { state: 'damaged' } }
  if (image.condition === 'erased') return { answer: { state: 'erased', image: file } }
  const seconds = waitSeconds(image.wrongAttempts, image.lastWrongAt, at)
  if (seconds > 0) return { answer: wait(image, seconds, at) }
  const slotKey = await deriveSlotKey(secret, image)
  const slot = await openSlots(image.slots, slotKey, image)
  if (slot.state === 'none') return { answer: wrong(image, at) }
  const contents = slot.state === 'real' ? slot.contents : newContents({ passphrase: slotKey })
  const state = slot.state === 'real' ? 'open' : 'duress'
  return {
    answer: {
      state,
      image: await writeContents(contents, image),
      dataKey: await importAesKey(contents.dataKey),
      by: roleOf(slotKey, contents),
    },
    image,
    contents,
  }
}

/** The file of an opened vault: every slot sealed anew, no wrong attempts. */
export async function writeContents(
  contents: VaultContents,
  { salt, parameters }: Pick<VaultImage, 'salt' | 'parameters'>,
): Promise<Bytes> {
  const slots = await sealSlots(contents, { salt, parameters })
  return writeVaultImage({ condition: 'live', wrongAttempts: 0, lastWrongAt: 0, parameters, salt, slots })
}

/** The same file with every slot overwritten by random bytes: what was in it is gone. */
export function eraseVault(file: Bytes): Bytes {
  const image = findVaultImage(file)
  if (image === undefined) return randomBytes(vaultImageLength)
  const slots = image.slots.map(({ length }) => randomBytes(length))
  const salt = randomBytes(saltLength)
  return writeVaultImage({ ...image, condition: 'erased', wrongAttempts: 0, lastWrongAt: 0, salt, slots })
}

function wrong(image: VaultImage, at: number): Exclude<VaultAnswer, { state: 'open' | 'duress' }> {
  const wrongAttempts = image.wrongAttempts + 1
  const file = writeVaultImage({ ...image, wrongAttempts, lastWrongAt: at })
  const attemptsLeft = wrongAttemptsBeforeErasing - wrongAttempts
  if (attemptsLeft <= 0) return { state: 'erased', image: eraseVault(file) }
  return { state: 'wrong', image: file, attemptsLeft, waitSeconds: waitSeconds(wrongAttempts, at, at) }
}

// A clock set back would make the wait endless: the wait then begins again, now.
function wait(image: VaultImage, seconds: number, at: number): Extract<VaultAnswer, { state: 'wait' }> {
  const lastWrongAt = Math.min(image.lastWrongAt, at)
  return { state: 'wait', image: writeVaultImage({ ...image, lastWrongAt }), waitSeconds: seconds }
}
