import { appendAudit } from '../audit/index.ts'
import type { Transaction } from '../database/index.ts'
import { type Answer, findMember, no } from '../staff/index.ts'
import { holdTries } from './back-off.ts'
import { finishSignIn, type SignedIn } from './finish-sign-in.ts'
import type { SessionHolder } from './guard.ts'
import { isPasskeyOf } from './passkeys.ts'
import { takeRecoveryCode } from './recovery-codes.ts'
import { endSession, type Factor, noteChallenge } from './session.ts'
import type { Site } from './site.ts'
import { takeTotp } from './totp.ts'

/** What somebody shows beside her passphrase. */
export type Proof =
  | { readonly factor: 'totp'; readonly code: string }
  | { readonly factor: 'recovery-code'; readonly code: string }
  | { readonly factor: 'passkey'; readonly response: object }

/** Judges the second factor. The half session ends and a whole one begins under a token of its own. */
export async function proveSecondFactor(
  tx: Transaction,
  now: Date,
  site: Site,
  half: SessionHolder,
  { proof, address }: { readonly proof: Proof; readonly address: string },
): Promise<Answer<SignedIn>> {
  const tries = await holdTries(
    tx,
    now,
    { what: 'factor', name: half.memberId },
    { what: 'address', name: address },
  )
  if (tries.blocked) return no('too-often')
  const member = await findMember(tx, half.memberId)
  if (member === undefined || member.state === 'suspended') return no('not-signed-in')
  if (!(await isProved(tx, now, site, half, proof))) {
    const last = await tries.fail()
    const cause = last ? 'too_many' : 'wrong_code'
    await appendAudit(tx, {
      name: 'sign_in_failed',
      by: null,
      device: null,
      fields: { member: member.id, cause },
    })
    return no('second-factor-refused')
  }
  await tries.succeed()
  // Two who bring the same proof at the same moment: one of them still finds the half session.
  if (!(await endSession(tx, half.memberId, half.id))) return no('not-signed-in')
  const device = { id: half.deviceId, name: half.deviceName }
  return finishSignIn(tx, now, member, device, proof.factor satisfies Factor)
}

async function isProved(
  tx: Transaction,
  now: Date,
  site: Site,
  half: SessionHolder,
  proof: Proof,
): Promise<boolean> {
  if (proof.factor === 'totp') return takeTotp(tx, now, half.memberId, proof.code, 'confirmed')
  if (proof.factor === 'recovery-code') return takeRecoveryCode(tx, half.memberId, proof.code)
  if (half.challenge === null) return false
  await noteChallenge(tx, half.id, null)
  return isPasskeyOf(tx, site, half.memberId, { challenge: half.challenge, response: proof.response })
}
