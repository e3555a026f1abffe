import type { MemberId } from '@sathi/domain'
import type { Role } from '@sathi/domain/staff'
import { appendAudit } from '../audit/index.ts'
import { statement, type Transaction } from '../database/index.ts'
import { getOrganisation } from '../journal/index.ts'
import {
  type Answer,
  type DeviceId,
  findDevice,
  findInvited,
  findMember,
  insertKeys,
  lockStaff,
  no,
  putMemberState,
  type StoredKeys,
  takeInvitation,
  yes,
} from '../staff/index.ts'
import { type NewCredential, storeCredential } from './credential.ts'
import { finishSignIn, type SignedIn } from './finish-sign-in.ts'

const selectRecoveryKey = statement(
  'find_recovery_key',
  `select number, public_key from app.recovery_key where org_id = (select app.org_id()) order by number desc limit 1`,
)

/** What an invited device must know to make keys: for whom, of which organisation, and to whom they are wrapped besides. */
export type Invitation = {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly member: {
    readonly id: MemberId
    readonly code: string
    readonly displayName: string
    readonly roles: readonly Role[]
  }
  readonly keyNumber: number
  readonly recoveryPublicKey: string
}

export type Enrolment = {
  readonly lookup: string
  readonly keys: Omit<StoredKeys, 'number' | 'card' | 'proof'> & { readonly proof: string }
  readonly credential: NewCredential
  readonly device: { readonly id: DeviceId; readonly name: string }
}

/** Looks an invitation up without using it. */
export async function readInvitation(tx: Transaction, lookup: string): Promise<Answer<Invitation>> {
  const id = await findInvited(tx, lookup)
  const member = id && (await findMember(tx, id))
  if (member?.state !== 'invited') return no('invitation-void')
  const organisation = await getOrganisation(tx)
  const { code, displayName, roles, keyNumber } = member
  return yes({
    organisation: { id: tx.orgId, name: organisation.name },
    member: { id: member.id, code, displayName, roles },
    keyNumber: keyNumber + 1,
    recoveryPublicKey: (await getRecoveryKey(tx)).publicKey,
  })
}

/**
 * Takes the keys that the invited device has made. The link is used up; nobody has vouched for the keys yet, so the session
 * that begins sees nothing but that it waits.
 */
export async function enrol(
  tx: Transaction,
  now: Date,
  { lookup, keys, credential, device }: Enrolment,
): Promise<Answer<SignedIn>> {
  await lockStaff(tx)
  const id = await takeInvitation(tx, lookup)
  const member = id && (await findMember(tx, id))
  if (member?.state !== 'invited') return no('invitation-void')
  if ((await findDevice(tx, device.id)) !== undefined) {
    tx.discard()
    return no('overtaken')
  }
  const enrolled = { ...member, state: 'enrolled', keyNumber: member.keyNumber + 1 } as const
  await insertKeys(tx, member.id, { ...keys, number: enrolled.keyNumber, card: null })
  await putMemberState(tx, enrolled)
  await storeCredential(tx, member.id, credential)
  await appendAudit(tx, {
    name: 'member_enrolled',
    by: member.id,
    device: device.id,
    fields: { member: member.id, device: device.id },
  })
  return finishSignIn(tx, now, enrolled, device, null)
}

export type RecoveryKey = { readonly number: number; readonly publicKey: string }

/** The public half of the organisation's recovery key in use. */
export async function getRecoveryKey(tx: Transaction): Promise<RecoveryKey> {
  const [row] = await tx.query<{ number: number; public_key: string }>(selectRecoveryKey, [])
  if (row === undefined) throw new Error('an organisation with people has a recovery key')
  return { number: row.number, publicKey: row.public_key }
}
