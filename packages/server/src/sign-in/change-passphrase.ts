import { appendAudit } from '../audit/index.ts'
import type { Transaction } from '../database/index.ts'
import { type Answer, endSessions, type MemberActor, no, rewrapAll, yes } from '../staff/index.ts'
import { type NewCredential, storeCredential } from './credential.ts'
import { askForSecret } from './own-secret.ts'
import { beginSession, endSession, type SessionToken } from './session.ts'

export type KeyWrap = { readonly number: number; readonly wrappedByPassphrase: string }

export type NewPassphrase = {
  /** Derived from the passphrase that she has had. */
  readonly secret: string
  readonly credential: NewCredential
  /** All her keys, wrapped by the new passphrase. */
  readonly wraps: readonly KeyWrap[]
}

/** Another passphrase for the same keys. All her other sessions end, and this one goes on under a new token. */
export async function changePassphrase(
  tx: Transaction,
  now: Date,
  actor: MemberActor,
  { secret, credential, wraps }: NewPassphrase,
): Promise<Answer<{ readonly token: SessionToken }>> {
  const asked = await askForSecret(tx, now, actor, secret)
  if (!asked.ok) return asked
  if (!(await rewrapAll(tx, actor.memberId, wraps))) return no('overtaken')
  await storeCredential(tx, actor.memberId, credential)
  await endSessions(tx, actor.memberId, { except: actor.sessionId })
  // Of two changes at the same moment one finds its session gone.
  if (!(await endSession(tx, actor.memberId, actor.sessionId))) {
    tx.discard()
    return no('not-signed-in')
  }
  const device = { id: actor.deviceId, name: '' }
  const { token } = await beginSession(tx, now, {
    memberId: actor.memberId,
    device,
    stage: 'signed-in',
    factor: null,
  })
  await appendAudit(tx, {
    name: 'passphrase_changed',
    by: actor.memberId,
    device: actor.deviceId,
    fields: {},
  })
  return yes({ token })
}
