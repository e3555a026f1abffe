import { askVault } from '../vault/ask-vault.ts'
import type { Unlocked, WrappedKeys } from '../vault/vault-tasks.ts'
import { changeProfile, settleKept } from './begin-session.ts'
import type { Session } from './session.ts'

/** What the office must be told of a new passphrase, before this device takes it. */
export type NewPassphrase = { readonly kept: WrappedKeys; readonly signInSecret: string }

/** Wraps her keys for a new passphrase; undefined when the present one is wrong. Nothing is changed yet. */
export async function prepareNewPassphrase(
  { profile }: Session,
  present: string,
  next: string,
): Promise<NewPassphrase | undefined> {
  return profile.kept && askVault('wrapAgain', present, profile.kept, ownerOf(profile), next)
}

/**
 * Takes a passphrase that the office has taken. Her keys lie here in both wrappings until the vault opens with the new
 * passphrase, so that a device that dies in between opens with one of the two.
 */
export async function takeNewPassphrase(
  session: Session,
  present: string,
  next: string,
  prepared: NewPassphrase,
): Promise<Unlocked['state'] | 'same_secret'> {
  await changeProfile(session, { next: prepared.kept })
  const answer = await askVault('change', present, { role: 'passphrase', secret: next }, Date.now())
  if (answer.state !== 'open' && answer.state !== 'duress') return answer.state
  await settleKept(session, prepared.kept)
  return answer.state
}

export function ownerOf({ organisation, member, keyNumber }: Session['profile']) {
  return { organisationId: organisation, memberId: member, keyNumber }
}
