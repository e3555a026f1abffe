import type { MemberId } from '@sathi/domain'
import type { DeviceId } from '@sathi/sync'
import { keepOpenNote } from '../vault/open-notes.ts'
import { newId } from '../writing/new-id.ts'
import type { Profile } from './session.ts'

/**
 * Who works on a vault that was emptied under duress: somebody whom no office knows, so that everything can be done here
 * and nothing comes or goes. Nothing in it says that it is invented; her keys are made behind the first screen.
 */
export async function inventProfile(): Promise<Profile> {
  const now = Date.now()
  const organisation = newId(now)
  const member = newId(now) as MemberId
  const device = newId(now) as DeviceId
  const [recoveryPublicKey, signing] = await Promise.all([publicHalf('X25519'), publicHalf('Ed25519')])
  await keepOpenNote({ device, state: 'in-use' })
  return {
    organisation,
    member,
    code: `u-${member.slice(-4)}`,
    keyNumber: 1,
    device,
    recoveryPublicKey,
    pinned: { organisationId: organisation, memberId: member, keyNumber: 1, signing },
  }
}

/** Of a key pair whose private half is forgotten at once. */
async function publicHalf(curve: 'X25519' | 'Ed25519'): Promise<string> {
  const uses: KeyUsage[] = curve === 'X25519' ? ['deriveBits'] : ['sign', 'verify']
  const pair = (await crypto.subtle.generateKey({ name: curve }, true, uses)) as CryptoKeyPair
  return (await crypto.subtle.exportKey('jwk', pair.publicKey)).x ?? ''
}
