import { type Bytes, joinBytes, randomBytes } from './bytes.ts'
import { notAuthentic, type Opened, opened } from './opened.ts'
import type { WebKey } from './web-key.ts'

const nonceLength = 12
export const tagLength = 16

/** Bytes that sealing adds to what is sealed. */
export const boxOverhead = nonceLength + tagLength

/** AES-256-GCM under a fresh random nonce: nonce (12 bytes) | ciphertext | tag (16 bytes). */
export async function sealBox(key: WebKey, plaintext: Bytes, boundTo: Bytes): Promise<Bytes> {
  const iv = randomBytes(nonceLength)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: boundTo }, key, plaintext)
  return joinBytes(iv, new Uint8Array(sealed))
}

export async function openBox(key: WebKey, box: Bytes, boundTo: Bytes): Promise<Opened<Bytes>> {
  if (box.length < boxOverhead) return notAuthentic
  const iv = box.subarray(0, nonceLength)
  const sealed = box.subarray(nonceLength)
  try {
    const plaintext = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: boundTo },
      key,
      sealed,
    )
    return opened(new Uint8Array(plaintext))
  } catch {
    return notAuthentic
  }
}
