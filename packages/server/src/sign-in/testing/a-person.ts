import { randomBytes, randomUUID } from 'node:crypto'
import type { MemberId } from '@sathi/domain'
import {
  createInvitation,
  createMemberSecret,
  loadMemberKeys,
  type MemberKeys,
  type MemberSecret,
  proveInvitedKeys,
  signMemberCard,
  type WebKey,
  wrapMemberSecret,
  wrapMemberSecretForRecovery,
} from '@sathi/sealing'
import { importAesKey } from '@sathi/sealing/primitives'
import { createRecoveryKey, type NewRecoveryKey } from '@sathi/sealing/recovery'
import type { DeviceId } from '../../staff/index.ts'

/** An invented member with real keys. Her passphrase is left out: what is derived from one stands for it. */
export type Person = {
  readonly id: MemberId
  readonly code: string
  readonly displayName: string
  readonly secret: MemberSecret
  readonly keys: MemberKeys
  readonly wrapKey: WebKey
  /** What she signs in with. */
  readonly signInSecret: string
}

export type InventedDevice = { readonly id: DeviceId; readonly name: string }

export async function aPerson(code: string): Promise<Person> {
  const secret = await createMemberSecret()
  return {
    id: randomUUID() as string as MemberId,
    code,
    displayName: `Invented ${code}`,
    secret,
    keys: await loadMemberKeys(secret),
    wrapKey: await importAesKey(new Uint8Array(randomBytes(32))),
    signInSecret: anySecret(),
  }
}

export function aDevice(name = 'Phone'): InventedDevice {
  return { id: randomUUID() as string as DeviceId, name }
}

export function anySecret(): string {
  return randomBytes(32).toString('base64url')
}

export function aCredential(secret: string) {
  const parameters = { memoryKiB: 19_456, passes: 2, lanes: 1 as const }
  return { salt: randomBytes(16).toString('base64url'), parameters, secret }
}

/** A person's private keys under both wraps, with their public halves. */
export async function newKeysOf(person: Person, organisationId: string, recoveryPublicKey: string) {
  const owner = { organisationId, memberId: person.id, keyNumber: 1 }
  return {
    ...person.keys.public,
    wrappedByPassphrase: await wrapMemberSecret(person.secret, person.wrapKey, owner),
    wrappedForRecovery: await wrapMemberSecretForRecovery(person.secret, recoveryPublicKey, owner),
  }
}

/** The approver's signed word for a person's keys. */
export function aCard(person: Person, organisationId: string, approver: Person) {
  return signMemberCard(
    {
      organisationId,
      memberId: person.id,
      keyNumber: 1,
      ...person.keys.public,
      code: person.code,
    },
    { memberId: approver.id, keyNumber: 1 },
    approver.keys.signing,
  )
}

/** What a first device sends, with the recovery key whose words go into the safe. */
export async function aSetUp(code = 'dir-01') {
  const founder = await aPerson(code)
  const device = aDevice('Office laptop')
  const organisation = { id: randomUUID() as string, name: 'Shobuj Pata' }
  const recovery: NewRecoveryKey = await createRecoveryKey()
  const keys = await newKeysOf(founder, organisation.id, recovery.publicKey)
  const { id, displayName, signInSecret } = founder
  const card = await aCard(founder, organisation.id, founder)
  const member = { id, code, displayName, keys, card, credential: aCredential(signInSecret) }
  const body = { organisation, member, device, recoveryPublicKey: recovery.publicKey }
  return { founder, device, recovery, body }
}

/** A link, and what the invited device makes of it. */
export async function anInvitation() {
  const { secret, lookup } = await createInvitation()
  return {
    secret,
    lookup,
    async enrolment(person: Person, organisationId: string, recoveryPublicKey: string) {
      const owner = { organisationId, memberId: person.id, keyNumber: 1 }
      const proof = await proveInvitedKeys(secret, owner, person.keys.public)
      const keys = await newKeysOf(person, organisationId, recoveryPublicKey)
      return { lookup, keys: { ...keys, proof: proof ?? '' }, credential: aCredential(person.signInSecret) }
    },
  }
}
