import type { MemberId } from '@sathi/domain'
import { appendAudit } from '../audit/index.ts'
import type { Transaction } from '../database/index.ts'
import {
  type Answer,
  type DeviceId,
  type DeviceState,
  type MemberState,
  meetDevice,
  yes,
} from '../staff/index.ts'
import { beginSession, type Factor, type SessionToken } from './session.ts'

/** What came of a sign-in that needs nothing more. */
export type SignedIn = {
  readonly state: 'signed-in'
  readonly token: SessionToken
  readonly memberId: MemberId
  readonly memberState: MemberState
  readonly deviceState: DeviceState
}

/** Begins the session of somebody who has proved all that is asked of her, on a device that may have to wait. */
export async function finishSignIn(
  tx: Transaction,
  now: Date,
  member: { readonly id: MemberId; readonly state: MemberState },
  device: { readonly id: DeviceId; readonly name: string },
  factor: Factor | null,
): Promise<Answer<SignedIn>> {
  const met = await meetDevice(tx, member.id, device)
  if (!met.ok) return met
  const { token } = await beginSession(tx, now, {
    memberId: member.id,
    device,
    stage: 'signed-in',
    factor,
  })
  await appendAudit(tx, {
    name: 'signed_in',
    by: member.id,
    device: device.id,
    fields: { way: factor === 'passkey' ? 'passkey' : 'passphrase' },
  })
  return yes({
    state: 'signed-in',
    token,
    memberId: member.id,
    memberState: member.state,
    deviceState: met.value,
  })
}
