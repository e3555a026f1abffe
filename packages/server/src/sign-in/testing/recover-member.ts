import {
  createPassphraseSettings,
  derivePassphraseKeys,
  findBase64url,
  type KeyPair,
  loadMemberKeys,
  openMemberSecretByRecovery,
  type PassphraseKeys,
  weakestParameters,
  wrapMemberSecret,
} from '@sathi/sealing'
import { bind, hpkeOpen, sign } from '@sathi/sealing/primitives'
import { loadRecoveryKey, type NewRecoveryKey } from '@sathi/sealing/recovery'
import type { FastifyInstance } from 'fastify'
import { recoveryBytes } from '../recover.ts'
import type { InventedDevice, Person } from './a-person.ts'
import { aBrowser, type Browser } from './an-office.ts'

type Office = { readonly app: FastifyInstance; readonly orgId: string; readonly recovery: NewRecoveryKey }

/** What was opened; throws when it was not. */
export async function opened<T>(
  answer: Promise<{ state: 'open'; value: T } | { state: 'refused' }>,
): Promise<T> {
  const said = await answer
  if (said.state !== 'open') throw new Error('not opened')
  return said.value
}

/** New settings of a passphrase, by real Argon2id, and what a device derives by them. */
export async function fromPassphrase(passphrase: string) {
  const settings = createPassphraseSettings(weakestParameters)
  const keys: PassphraseKeys = await opened(derivePassphraseKeys(passphrase, settings))
  const { memoryKiB, passes } = settings.parameters
  const credential = {
    salt: settings.salt,
    parameters: { memoryKiB, passes, lanes: 1 as const },
    secret: keys.signInSecret,
  }
  return { keys, credential }
}

/** Whose keys. */
export const ownerOf = (office: Office, { id }: Person) => ({
  organisationId: office.orgId,
  memberId: id,
  keyNumber: 1,
})

/** The challenge, opened with a recovery key if it is the right one. */
export async function challenged(browser: Browser, recoveryKey: KeyPair) {
  const { organisation, keyNumber, until, sealed } = (
    await browser.ask('POST', '/api/recovery/challenge')
  ).json()
  const info = bind('sathi recovery challenge 1', organisation, keyNumber, until)
  const bytes = findBase64url(sealed) ?? new Uint8Array()
  const answer = await hpkeOpen(recoveryKey, bytes, info, new Uint8Array())
  return {
    state: answer.state,
    proof: { until, answer: answer.state === 'open' ? base64(answer.value) : '' },
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

/** What somebody does who holds the words of the safe, on a device where nobody is signed in, up to its last request. */
export async function recoverMember(office: Office, person: Person, device: InventedDevice) {
  const { code } = person
  const browser = aBrowser(office.app)
  const recoveryKey = await loadRecoveryKey(office.recovery.secret)
  const { proof } = await challenged(browser, recoveryKey)
  const found = await browser.ask('POST', '/api/recovery/keys', { proof, code, way: 'whole_key' })
  const { member, version, keys } = found.json()
  const owner = ownerOf(office, person)
  const secret = await opened(openMemberSecretByRecovery(keys[0].wrappedForRecovery, recoveryKey, owner))
  const { keys: derived, credential } = await fromPassphrase('चार नावें किनारे पर')
  const loaded = await loadMemberKeys(secret)
  const about = { proof, credential, version, device: device.id }
  const bytes = recoveryBytes(office.orgId, { id: member.id, keyNumber: 1 }, about)
  const body = {
    proof,
    code,
    credential,
    device,
    wraps: [{ number: 1, wrappedByPassphrase: await wrapMemberSecret(secret, derived.wrapKey, owner) }],
    signature: await sign(loaded.signing, bytes),
  }
  return { browser, body, derived }
}
