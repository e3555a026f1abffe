import {
  type Bytes,
  bind,
  exportKey,
  findBase64url,
  hpkeOpen,
  hpkeSeal,
  importAesKey,
  importHmacKey,
  type KeyPair,
  type KeyUse,
  keyLength,
  malformed,
  type Opened,
  opened,
  randomBytes,
  toBase64url,
  type WebKey,
} from '../primitives/index.ts'

/** Which key a wrap holds, and for whom. The holder is a member's id, or `recoveryHolder`. */
export type CompartmentWrapPlace = {
  readonly organisationId: string
  readonly subjectId: string
  readonly compartment: string
  /** From 1; a new version whenever somebody loses access. */
  readonly keyVersion: number
  readonly holderId: string
}

export type IndexWrapPlace = Omit<CompartmentWrapPlace, 'subjectId' | 'compartment'>

/** Stands for the organisation's recovery key where a holder is named. */
export const recoveryHolder = 'recovery'

/** A key for one compartment of one case, which may be passed on. */
export function createCompartmentKey(): Promise<WebKey> {
  return importAesKey(randomBytes(keyLength), 'to_pass_on')
}

/** Wraps the key to a holder's public sealing key (base64url) by HPKE; base64url. The key must be one `to_pass_on`. */
export function wrapCompartmentKey(
  key: WebKey,
  holderPublicKey: string,
  place: CompartmentWrapPlace,
): Promise<string> {
  return wrap(key, holderPublicKey, compartmentInfo(place))
}

/** Opens a wrap with the holder's keys. Without `to_pass_on`, the key's bytes cannot be read out again. */
export async function openWrap(
  wrapped: string,
  holder: KeyPair,
  place: CompartmentWrapPlace,
  use: KeyUse = 'to_use',
): Promise<Opened<WebKey>> {
  const secret = await open(wrapped, holder, compartmentInfo(place))
  return secret.state === 'open' ? opened(await importAesKey(secret.value, use)) : secret
}

/** The organisation's key for finding names without reading them: members hold it, the server does not. */
export function createIndexKey(): Promise<WebKey> {
  return importHmacKey(randomBytes(keyLength), 'to_pass_on')
}

export function wrapIndexKey(key: WebKey, holderPublicKey: string, place: IndexWrapPlace): Promise<string> {
  return wrap(key, holderPublicKey, indexInfo(place))
}

export async function openIndexWrap(
  wrapped: string,
  holder: KeyPair,
  place: IndexWrapPlace,
  use: KeyUse = 'to_use',
): Promise<Opened<WebKey>> {
  const secret = await open(wrapped, holder, indexInfo(place))
  return secret.state === 'open' ? opened(await importHmacKey(secret.value, use)) : secret
}

const nothing = new Uint8Array()

async function wrap(key: WebKey, holderPublicKey: string, info: Bytes): Promise<string> {
  const publicKey = findBase64url(holderPublicKey, 32)
  if (publicKey === undefined) throw new Error('not a public key')
  return toBase64url(await hpkeSeal(publicKey, await exportKey(key), info, nothing))
}

async function open(wrapped: string, holder: KeyPair, info: Bytes): Promise<Opened<Bytes>> {
  const sealed = findBase64url(wrapped)
  if (sealed === undefined) return malformed
  const secret = await hpkeOpen(holder, sealed, info, nothing)
  return secret.state === 'open' && secret.value.length !== keyLength ? malformed : secret
}

function compartmentInfo(place: CompartmentWrapPlace): Bytes {
  const { organisationId, holderId, subjectId, compartment, keyVersion } = place
  return bind('sathi compartment key 1', organisationId, holderId, subjectId, compartment, keyVersion)
}

function indexInfo({ organisationId, holderId, keyVersion }: IndexWrapPlace): Bytes {
  return bind('sathi index key 1', organisationId, holderId, keyVersion)
}
