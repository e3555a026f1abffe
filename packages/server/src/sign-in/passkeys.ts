import type { MemberId } from '@sathi/domain'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { statement, type Transaction } from '../database/index.ts'
import type { Site } from './site.ts'

/** What phones, laptops and security keys sign with: Ed25519, ES256, RS256 (COSE). */
const algorithms = [-8, -7, -257] as const

/** A passkey as its member sees it. */
export type Passkey = {
  readonly id: string
  readonly name: string
  readonly madeAt: Date
  readonly usedAt: Date | null
}

const storePasskey = statement(
  'store_passkey',
  `insert into auth.passkey (org_id, id, member_id, name, public_key, counter, made_at)
   select (select app.org_id()), $1, $2, $3, $4, $5, now()
   where not exists (select from auth.passkey where org_id = (select app.org_id()) and id = $1) returning id`,
)
const selectPasskeys = statement(
  'list_passkeys',
  `select id, name, public_key, counter, made_at, used_at from auth.passkey
   where org_id = (select app.org_id()) and member_id = $1 order by made_at, id`,
)
const putUsed = statement(
  'put_passkey_used',
  'update auth.passkey set counter = $2, used_at = now() where org_id = (select app.org_id()) and id = $1',
)
const deletePasskey = statement(
  'delete_passkey',
  `delete from auth.passkey where org_id = (select app.org_id()) and member_id = $1 and ($2::text is null or id = $2)
   returning id`,
)

type Row = {
  readonly id: string
  readonly name: string
  readonly public_key: Buffer
  readonly counter: number
  readonly made_at: Date
  readonly used_at: Date | null
}

export async function listPasskeys(tx: Transaction, member: MemberId): Promise<Passkey[]> {
  const rows = await tx.query<Row>(selectPasskeys, [member])
  return rows.map(({ id, name, made_at, used_at }) => ({ id, name, madeAt: made_at, usedAt: used_at }))
}

/** What the browser needs to make a passkey. The name that it shows is the member's user code. */
export async function offerPasskey(
  tx: Transaction,
  site: Site,
  member: { readonly id: MemberId; readonly code: string },
): Promise<{ readonly challenge: string; readonly options: object }> {
  const options = await generateRegistrationOptions({
    rpName: site.host,
    rpID: site.host,
    userName: member.code,
    userID: new TextEncoder().encode(member.id),
    attestationType: 'none',
    supportedAlgorithmIDs: [...algorithms],
    excludeCredentials: (await listPasskeys(tx, member.id)).map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
  })
  return { challenge: options.challenge, options }
}

/** Keeps a passkey that the browser made for this challenge. False when it did not, or somebody has it. */
export async function takePasskey(
  tx: Transaction,
  site: Site,
  member: MemberId,
  made: { readonly name: string; readonly challenge: string; readonly response: object },
): Promise<boolean> {
  const verified = await verifyRegistrationResponse({
    response: made.response as RegistrationResponseJSON,
    expectedChallenge: made.challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    supportedAlgorithmIDs: [...algorithms],
    requireUserVerification: false,
  }).catch(() => undefined)
  if (verified?.verified !== true) return false
  const { id, publicKey, counter } = verified.registrationInfo.credential
  const values = [id, member, made.name, Buffer.from(publicKey), counter]
  return (await tx.query(storePasskey, values)).length > 0
}

/** What the browser needs to use one of the member's passkeys. */
export async function askForPasskey(
  tx: Transaction,
  site: Site,
  member: MemberId,
): Promise<{ readonly challenge: string; readonly options: object }> {
  const options = await generateAuthenticationOptions({
    rpID: site.host,
    allowCredentials: (await listPasskeys(tx, member)).map(({ id }) => ({ id })),
    userVerification: 'preferred',
  })
  return { challenge: options.challenge, options }
}

/** Whether one of the member's passkeys signed this challenge on this site. */
export async function isPasskeyOf(
  tx: Transaction,
  site: Site,
  member: MemberId,
  used: { readonly challenge: string; readonly response: object },
): Promise<boolean> {
  const response = used.response as AuthenticationResponseJSON
  const found = (await tx.query<Row>(selectPasskeys, [member])).find(({ id }) => id === response.id)
  if (found === undefined) return false
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: used.challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    credential: {
      id: found.id,
      publicKey: Uint8Array.from(found.public_key),
      counter: found.counter,
    },
    requireUserVerification: false,
  }).catch(() => undefined)
  if (verified?.verified !== true) return false
  await tx.query(putUsed, [found.id, verified.authenticationInfo.newCounter])
  return true
}

/** Removes one of the member's passkeys, or all (null). Gives how many there were. */
export async function removePasskeys(tx: Transaction, member: MemberId, id: string | null): Promise<number> {
  return (await tx.query(deletePasskey, [member, id])).length
}
