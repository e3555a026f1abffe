import { type Bytes, findBase64url, joinBytes, toBase64url } from './bytes.ts'
import type { WebKey } from './web-key.ts'

export type KeyPair = { readonly privateKey: WebKey; readonly publicKey: WebKey }
/** The halves of a key pair as bytes, 32 each. */
export type RawKeyPair = { readonly privateKey: Bytes; readonly publicKey: Bytes }

type Curve = 'X25519' | 'Ed25519'
const uses = {
  X25519: { private: ['deriveBits'], public: [] },
  Ed25519: { private: ['sign'], public: ['verify'] },
} as const

export async function createKeyPair(curve: Curve): Promise<RawKeyPair> {
  const usages = [...uses[curve].private, ...uses[curve].public]
  const pair: KeyPair | WebKey = await crypto.subtle.generateKey({ name: curve }, true, usages)
  if (!isPair(pair)) throw new Error('no key pair was made')
  const { d, x } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  return { privateKey: rawKey(d), publicKey: rawKey(x) }
}

const isPair = (made: KeyPair | WebKey): made is KeyPair => 'privateKey' in made

function rawKey(text: string | undefined): Bytes {
  const bytes = findBase64url(text ?? '', 32)
  if (bytes === undefined) throw new Error('a new key has an unknown form')
  return bytes
}

export async function importKeyPair(curve: Curve, raw: RawKeyPair): Promise<KeyPair> {
  return {
    privateKey: await importPrivateKey(curve, raw.privateKey),
    publicKey: await importPublicKey(curve, raw.publicKey),
  }
}

// RFC 8410: what stands before the 32 bytes of a private key in PKCS #8, the only form that all engines import.
const curveNumber = { X25519: 0x6e, Ed25519: 0x70 }
const beforePrivateKey = (curve: Curve) =>
  Uint8Array.of(0x30, 46, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, curveNumber[curve], 4, 34, 4, 32)

function importPrivateKey(curve: Curve, raw: Bytes): Promise<WebKey> {
  const pkcs8 = joinBytes(beforePrivateKey(curve), raw)
  return crypto.subtle.importKey('pkcs8', pkcs8, { name: curve }, false, [...uses[curve].private])
}

export function importPublicKey(curve: Curve, raw: Bytes): Promise<WebKey> {
  return crypto.subtle.importKey('raw', raw, { name: curve }, true, [...uses[curve].public])
}

const basePoint = Uint8Array.of(9, ...new Uint8Array(31))

/** The public half that belongs to an X25519 private half (RFC 7748 §6.1). */
export async function publicHalf(privateKey: Bytes): Promise<Bytes> {
  const secret = await importPrivateKey('X25519', privateKey)
  const point = await importPublicKey('X25519', basePoint)
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'X25519', public: point }, secret, 256))
}

/**
 * Whether something can be sealed to this public key (base64url). A point of small order gives everybody the same secret:
 * it is refused by whoever seals, and a card that has one would stop every device that is asked to wrap to it.
 */
export async function isSealingKey(publicKey: string): Promise<boolean> {
  const key = findBase64url(publicKey, 32)
  if (key === undefined) return false
  try {
    const secret = await importPrivateKey('X25519', basePoint)
    const point = await importPublicKey('X25519', key)
    const shared = await crypto.subtle.deriveBits({ name: 'X25519', public: point }, secret, 256)
    return new Uint8Array(shared).some((byte) => byte !== 0)
  } catch {
    return false
  }
}

/** Ed25519 (RFC 8032), base64url. */
export async function sign(privateKey: WebKey, bytes: Bytes): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, bytes)))
}

/** Whether the holder of this public key signed these bytes; a malformed key or signature is a no. */
export async function isSignedBy(publicKey: string, signature: string, bytes: Bytes): Promise<boolean> {
  const key = findBase64url(publicKey, 32)
  const signed = findBase64url(signature, 64)
  if (key === undefined || signed === undefined) return false
  try {
    return await crypto.subtle.verify('Ed25519', await importPublicKey('Ed25519', key), signed, bytes)
  } catch {
    return false
  }
}
