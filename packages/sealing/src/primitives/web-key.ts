import type { Bytes } from './bytes.ts'

/** A key that Web Crypto holds. (`CryptoKey` is not a global type everywhere this package is read.) */
export type WebKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** Whether the key's bytes can be asked for again: needed only of keys that are passed on to others. */
export type KeyUse = 'to_use' | 'to_pass_on'

export const keyLength = 32

export function importAesKey(secret: Bytes, use: KeyUse = 'to_use'): Promise<WebKey> {
  return crypto.subtle.importKey('raw', secret, 'AES-GCM', use === 'to_pass_on', ['encrypt', 'decrypt'])
}

const hmacSha256 = { name: 'HMAC', hash: 'SHA-256' }

export function importHmacKey(secret: Bytes, use: KeyUse = 'to_use'): Promise<WebKey> {
  return crypto.subtle.importKey('raw', secret, hmacSha256, use === 'to_pass_on', ['sign', 'verify'])
}

/** The bytes of a key imported `to_pass_on`. Throws for any other: that is a fault of the program. */
export async function exportKey(key: WebKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', key))
}
