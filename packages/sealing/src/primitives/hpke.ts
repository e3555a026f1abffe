import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'
import { type Bytes, joinBytes } from './bytes.ts'
import { importPublicKey, type KeyPair } from './curve-keys.ts'
import { malformed, notAuthentic, type Opened, opened } from './opened.ts'

/** RFC 9180, base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. The curve is Web Crypto's own. */
const suite = () =>
  new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })

const encLength = 32

/** Encrypts for whoever holds the private half: encapsulated key (32 bytes) | ciphertext | tag. */
export async function hpkeSeal(publicKey: Bytes, plaintext: Bytes, info: Bytes, aad: Bytes): Promise<Bytes> {
  const recipientPublicKey = await importPublicKey('X25519', publicKey)
  const { enc, ct } = await suite().seal({ recipientPublicKey, info }, plaintext, aad)
  return joinBytes(new Uint8Array(enc), new Uint8Array(ct))
}

export async function hpkeOpen(
  pair: KeyPair,
  sealed: Bytes,
  info: Bytes,
  aad: Bytes,
): Promise<Opened<Bytes>> {
  if (sealed.length < encLength) return malformed
  const enc = sealed.slice(0, encLength)
  try {
    return opened(
      new Uint8Array(await suite().open({ recipientKey: pair, enc, info }, sealed.slice(encLength), aad)),
    )
  } catch {
    return notAuthentic
  }
}
