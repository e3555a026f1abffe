import {
  type Bytes,
  bind,
  findBase64url,
  hkdf,
  importAesKey,
  keyLength,
  malformed,
  type Opened,
  opened,
  randomBytes,
  saltLength,
  stretchPassphrase,
  toBase64url,
  type WebKey,
} from '../primitives/index.ts'
import type { StrongParameters } from './passphrase-parameters.ts'

/** What the server keeps of a member's passphrase and gives out before sign-in: nothing secret. */
export type PassphraseSettings = { readonly salt: string; readonly parameters: StrongParameters }

/** The two things that a passphrase gives. Neither follows from the other: the server learns only the second. */
export type PassphraseKeys = {
  /** Wraps the member's private keys; stays on the device. */
  readonly wrapKey: WebKey
  /** Stands for the passphrase at sign-in; base64url, 32 bytes. */
  readonly signInSecret: string
}

export function createPassphraseSettings(parameters: StrongParameters): PassphraseSettings {
  return { salt: toBase64url(randomBytes(saltLength)), parameters }
}

/** Both halves from one run of Argon2id. Blocks its thread: call it in a worker. */
export async function derivePassphraseKeys(
  passphrase: string,
  { salt, parameters }: PassphraseSettings,
): Promise<Opened<PassphraseKeys>> {
  const saltBytes = findBase64url(salt, saltLength)
  if (saltBytes === undefined) return malformed
  const stretched = await stretchPassphrase(passphrase, saltBytes, parameters)
  const half = (label: string): Promise<Bytes> => hkdf(stretched, saltBytes, bind(label), keyLength)
  return opened({
    wrapKey: await importAesKey(await half('sathi passphrase wrap 1')),
    signInSecret: toBase64url(await half('sathi passphrase sign-in 1')),
  })
}
