import type { AuditAct } from '../audit/index.ts'
import { appendAudit } from '../audit/index.ts'
import type { Transaction } from '../database/index.ts'
import { type Answer, type DeviceId, findMemberByCode, type Member, no, yes } from '../staff/index.ts'
import { holdTries } from './back-off.ts'
import { findCredential, isSecretOf } from './credential.ts'
import { listFactors } from './factors.ts'
import { finishSignIn, type SignedIn } from './finish-sign-in.ts'
import { beginSession, endByToken, type Factor, type SessionToken } from './session.ts'

export type SignInTry = {
  readonly code: string
  /** What the device derives from the passphrase: 32 bytes, base64url. */
  readonly secret: string
  readonly device: { readonly id: DeviceId; readonly name: string }
  /** Where it comes from, as the network says. */
  readonly address: string
  /** The token that the browser has had so far: it opens nothing any more. */
  readonly before: string | undefined
}

export type SignInStep =
  | SignedIn
  | {
      readonly state: 'second-factor'
      readonly token: SessionToken
      readonly factors: readonly Factor[]
    }

// No member has it: what is looked up for nobody is looked up like for somebody.
const nobody = '00000000-0000-7000-8000-000000000000' as Member['id']

/**
 * Judges code and passphrase. Whoever fails learns only that they do not fit together: a code that nobody has takes the same
 * way, with the same statements, as a wrong passphrase and as a member who is suspended.
 */
export async function beginSignIn(
  tx: Transaction,
  now: Date,
  { code, secret, device, address, before }: SignInTry,
): Promise<Answer<SignInStep>> {
  const tries = await holdTries(tx, now, { what: 'code', name: code }, { what: 'address', name: address })
  if (tries.blocked) return no('too-often')
  const member = await findMemberByCode(tx, code)
  const credential = await findCredential(tx, member?.id ?? nobody)
  const right = isSecretOf(credential, secret)
  if (member === undefined || !right || member.state === 'suspended') {
    const last = await tries.fail()
    await appendAudit(tx, failed(member, { right, last }))
    return no('sign-in-refused')
  }
  await tries.succeed()
  if (before !== undefined) await endByToken(tx, before)
  const factors = await listFactors(tx, member.id)
  if (factors.length === 0) return finishSignIn(tx, now, member, device, null)
  const stage = 'second-factor' as const
  const { token } = await beginSession(tx, now, { memberId: member.id, device, stage, factor: null })
  return yes({ state: stage, token, factors })
}

function failed(
  member: Member | undefined,
  { right, last }: { readonly right: boolean; readonly last: boolean },
): AuditAct {
  const cause = right ? 'suspended' : last ? 'too_many' : 'wrong_passphrase'
  const fields = { ...(member && { member: member.id }), cause }
  return { name: 'sign_in_failed', by: null, device: null, fields }
}
