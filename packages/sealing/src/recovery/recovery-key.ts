import {
  type Bytes,
  createKeyPair,
  importKeyPair,
  type KeyPair,
  publicHalf,
  toBase64url,
} from '../primitives/index.ts'

/** The organisation's recovery private key, 32 bytes: only ever shown, as words. Never stored, never sent. */
export type RecoverySecret = Bytes & { readonly recoverySecret: unique symbol }

/** Made once, at set-up: the public half (base64url) goes to the server, the secret onto paper. */
export type NewRecoveryKey = { readonly publicKey: string; readonly secret: RecoverySecret }

export async function createRecoveryKey(): Promise<NewRecoveryKey> {
  const { publicKey, privateKey } = await createKeyPair('X25519')
  return { publicKey: toBase64url(publicKey), secret: privateKey as RecoverySecret }
}

/** The key as it opens what was wrapped to it. */
export async function loadRecoveryKey(secret: RecoverySecret): Promise<KeyPair> {
  return importKeyPair('X25519', { privateKey: secret, publicKey: await publicHalf(secret) })
}

export async function isRecoverySecretOf(publicKey: string, secret: Bytes): Promise<boolean> {
  return toBase64url(await publicHalf(secret)) === publicKey
}
