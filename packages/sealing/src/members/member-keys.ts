import {
  type Bytes,
  createKeyPair,
  importKeyPair,
  joinBytes,
  type KeyPair,
  toBase64url,
  type WebKey,
} from '../primitives/index.ts'

/** The halves that everybody may know, base64url, 32 bytes each. */
export type MemberPublicKeys = { readonly sealing: string; readonly signing: string }

/** A member's keys as they are used: the private halves cannot be read out of them. */
export type MemberKeys = {
  readonly public: MemberPublicKeys
  /** X25519: opens what is wrapped to the member. */
  readonly sealing: KeyPair
  /** Ed25519: signs what the member writes. */
  readonly signing: WebKey
}

/** All halves as bytes, to be wrapped at once and then forgotten. Never to be stored or sent as it is. */
export type MemberSecret = Bytes & { readonly memberSecret: unique symbol }

const partLength = 32
export const memberSecretLength = 4 * partLength

/** New keys, made on the member's own device. */
export async function createMemberSecret(): Promise<MemberSecret> {
  const sealing = await createKeyPair('X25519')
  const signing = await createKeyPair('Ed25519')
  return joinBytes(
    sealing.privateKey,
    sealing.publicKey,
    signing.privateKey,
    signing.publicKey,
  ) as MemberSecret
}

export async function loadMemberKeys(secret: MemberSecret): Promise<MemberKeys> {
  const part = (at: number) => secret.slice(at * partLength, (at + 1) * partLength)
  const sealing = { privateKey: part(0), publicKey: part(1) }
  const signing = { privateKey: part(2), publicKey: part(3) }
  return {
    public: { sealing: toBase64url(sealing.publicKey), signing: toBase64url(signing.publicKey) },
    sealing: await importKeyPair('X25519', sealing),
    signing: (await importKeyPair('Ed25519', signing)).privateKey,
  }
}
