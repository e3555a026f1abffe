import type { Transaction } from '../database/index.ts'
import { type Answer, type MemberActor, no, yes } from '../staff/index.ts'
import { holdTries } from './back-off.ts'
import { findCredential, isSecretOf } from './credential.ts'

/** Asks a member who is signed in for her passphrase once more. Guessing is slowed down as at sign-in. */
export async function askForSecret(
  tx: Transaction,
  now: Date,
  actor: MemberActor,
  secret: string,
): Promise<Answer<undefined>> {
  const tries = await holdTries(tx, now, { what: 'code', name: actor.code })
  if (tries.blocked) return no('too-often')
  if (!isSecretOf(await findCredential(tx, actor.memberId), secret)) {
    await tries.fail()
    return no('sign-in-refused')
  }
  await tries.succeed()
  return yes(undefined)
}
