import type { Transaction } from '../database/index.ts'
import { type Answer, type MemberActor, no, yes } from '../staff/index.ts'
import { listFactors } from './factors.ts'
import { askForSecret } from './own-secret.ts'
import { offerPasskey, removePasskeys, takePasskey } from './passkeys.ts'
import { removeRecoveryCodes, renewRecoveryCodes } from './recovery-codes.ts'
import { findSessionChallenge, noteChallenge } from './session.ts'
import type { Site } from './site.ts'
import { offerTotp, removeTotp, takeTotp } from './totp.ts'

/** A secret for the member's authenticator app, base32. Her passphrase is asked again: a session may be in other hands. */
export async function beginTotp(
  tx: Transaction,
  now: Date,
  actor: MemberActor,
  secret: string,
): Promise<Answer<{ readonly base32: string }>> {
  const asked = await askForSecret(tx, now, actor, secret)
  if (!asked.ok) return asked
  const base32 = await offerTotp(tx, actor.memberId)
  return base32 === undefined ? no('overtaken') : yes({ base32 })
}

/** The app counts from its first right code on. Gives recovery codes, shown this once. */
export async function confirmTotp(
  tx: Transaction,
  now: Date,
  actor: MemberActor,
  code: string,
): Promise<Answer<{ readonly recoveryCodes: readonly string[] }>> {
  if (!(await takeTotp(tx, now, actor.memberId, code, 'waiting'))) return no('second-factor-refused')
  return yes({ recoveryCodes: await renewRecoveryCodes(tx, actor.memberId) })
}

/** What the browser needs to make a passkey. */
export async function beginPasskey(
  tx: Transaction,
  now: Date,
  site: Site,
  actor: MemberActor,
  secret: string,
): Promise<Answer<{ readonly options: object }>> {
  const asked = await askForSecret(tx, now, actor, secret)
  if (!asked.ok) return asked
  const { challenge, options } = await offerPasskey(tx, site, { id: actor.memberId, code: actor.code })
  await noteChallenge(tx, actor.sessionId, challenge)
  return yes({ options })
}

/** Keeps the passkey. Recovery codes come with the first factor that she has. */
export async function confirmPasskey(
  tx: Transaction,
  site: Site,
  actor: MemberActor,
  made: { readonly name: string; readonly response: object },
): Promise<Answer<{ readonly recoveryCodes: readonly string[] }>> {
  const challenge = await findSessionChallenge(tx, actor.sessionId)
  if (challenge === undefined) return no('second-factor-refused')
  await noteChallenge(tx, actor.sessionId, null)
  const first = (await listFactors(tx, actor.memberId)).length === 0
  if (!(await takePasskey(tx, site, actor.memberId, { ...made, challenge })))
    return no('second-factor-refused')
  return yes({ recoveryCodes: first ? await renewRecoveryCodes(tx, actor.memberId) : [] })
}

/** Takes away the app, or one passkey. With the last factor the recovery codes go too. */
export async function removeFactor(
  tx: Transaction,
  now: Date,
  actor: MemberActor,
  { secret, passkey }: { readonly secret: string; readonly passkey: string | null },
): Promise<Answer<undefined>> {
  const asked = await askForSecret(tx, now, actor, secret)
  if (!asked.ok) return asked
  const removed =
    passkey === null
      ? await removeTotp(tx, actor.memberId)
      : (await removePasskeys(tx, actor.memberId, passkey)) > 0
  if (!removed) return no('not-there')
  if ((await listFactors(tx, actor.memberId)).length === 0) await removeRecoveryCodes(tx, actor.memberId)
  return yes(undefined)
}
