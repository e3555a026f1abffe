import type { Instant } from '@sathi/domain'
import { type Access, rolesAt } from '@sathi/domain/staff'
import {
  derivePassphraseKeys,
  findStrongParameters,
  type KeyPair,
  loadMemberKeys,
  type MemberKeys,
  openMemberSecret,
  weakestParameters,
} from '@sathi/sealing'
import { appendAudit } from '../audit/index.ts'
import type { Actor, Database } from '../database/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { findCredential, holdTries } from '../sign-in/index.ts'
import { findAccess, findMemberByCode, listKeys } from '../staff/index.ts'
import type { MemberAtHand } from './member-at-hand.ts'

/**
 * Opens a member's keys with her passphrase, on the deployment's own computer. A wrong passphrase and a code that nobody has
 * answer alike; failures are counted with those of signing in, and told to the audit journal.
 */
export async function unlockMember(
  database: Database,
  { orgId }: Actor,
  { code, passphrase }: { readonly code: string; readonly passphrase: string },
): Promise<Outcome<MemberAtHand>> {
  const found = await database.withTransaction({ orgId }, async (tx) => {
    const tries = await holdTries(tx, new Date(), { what: 'code', name: code })
    if (tries.blocked) return { state: 'blocked' } as const
    const member = await findMemberByCode(tx, code)
    const credential = member && (await findCredential(tx, member.id))
    const keys = member && (await listKeys(tx, member.id))
    const access = member && (await findAccess(tx, member.id))
    return { state: 'asked', member, credential, keys, access } as const
  })
  if (found.state === 'blocked') return tooOften
  const { member, credential, keys = [], access } = found
  // The same work for a code that nobody has.
  const parameters = credential && findStrongParameters(credential.parameters)
  const salt = credential?.salt ?? 'AAAAAAAAAAAAAAAAAAAAAA'
  const derived = await derivePassphraseKeys(passphrase, {
    salt,
    parameters: parameters ?? weakestParameters,
  })
  const pairs: { readonly number: number; readonly keys: MemberKeys }[] = []
  for (const { number, wrappedByPassphrase } of derived.state === 'open' && parameters ? keys : []) {
    const owner = { organisationId: orgId, memberId: member?.id ?? '', keyNumber: number }
    const secret =
      derived.state === 'open'
        ? await openMemberSecret(wrappedByPassphrase, derived.value.wrapKey, owner)
        : derived
    if (secret.state === 'open') pairs.push({ number, keys: await loadMemberKeys(secret.value) })
  }
  const present = pairs.find(({ number }) => number === member?.keyNumber)
  const right = present !== undefined
  await database.withTransaction({ orgId }, async (tx) => {
    const tries = await holdTries(tx, new Date(), { what: 'code', name: code })
    if (right) return tries.succeed()
    await tries.fail()
    const fields = { ...(member && { member: member.id }), cause: 'wrong_passphrase' }
    await appendAudit(tx, { name: 'sign_in_failed', by: null, device: null, fields })
  })
  if (!right || member === undefined || access === undefined) return wrong
  if (member.state !== 'active' || !works(access)) return notActive
  const sealing: KeyPair[] = pairs
    .toSorted((one, other) => other.number - one.number)
    .map((pair) => pair.keys.sealing)
  return done({
    orgId,
    id: member.id,
    code: member.code,
    keyNumber: member.keyNumber,
    keys: present.keys,
    sealing,
  })
}

function works(access: Access): boolean {
  return rolesAt(access, new Date().toISOString() as Instant).length > 0
}

const wrong = refuse(
  'wrong-passphrase',
  'Member and passphrase do not fit together. Nothing was done.',
  'Try again; a forgotten passphrase is replaced with the recovery words.',
)

const tooOften = refuse(
  'too-often',
  'Too many wrong passphrases lately. Nothing was done.',
  'Wait, up to a quarter of an hour, and try again.',
)

const notActive = refuse(
  'not-active',
  'This member may not work here at present. Nothing was done.',
  'Ask whoever gives roles, or the data-protection lead.',
)
