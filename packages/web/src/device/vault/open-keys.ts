import type { Profile } from '../session/session.ts'
import type { VaultDesk } from './ask-vault.ts'
import type { UsableKeys, WrappedKeys } from './vault-tasks.ts'

/**
 * A member's private keys, opened with the passphrase that opened the vault. A device that died while the passphrase was
 * changed holds them in two wrappings; `kept` is then the one to keep.
 */
export async function openKeys(
  desk: VaultDesk,
  passphrase: string,
  profile: Profile,
): Promise<{ readonly usable: UsableKeys | undefined; readonly kept?: WrappedKeys }> {
  const { organisation, member, keyNumber, kept, next, recoveryPublicKey } = profile
  const owner = { organisationId: organisation, memberId: member, keyNumber }
  if (kept === undefined) {
    const made = await desk.ask('newMemberKeys', passphrase, owner, recoveryPublicKey)
    return { usable: { keys: made.keys, signInSecret: made.signInSecret }, kept: made.kept }
  }
  const usable = await desk.ask('openMemberKeys', passphrase, kept, owner)
  if (usable !== undefined || next === undefined) return { usable }
  const byNext = await desk.ask('openMemberKeys', passphrase, next, owner)
  return byNext === undefined ? { usable: byNext } : { usable: byNext, kept: next }
}
