import type { MemberId } from '@sathi/domain'
import type { Role } from '@sathi/domain/staff'
import {
  createInvitation,
  createMemberSecret,
  createPassphraseSettings,
  derivePassphraseKeys,
  loadMemberKeys,
  proveInvitedKeys,
  signMemberCard,
  weakestParameters,
  wrapMemberSecret,
  wrapMemberSecretForRecovery,
} from '@sathi/sealing'
import type { Database } from '../../database/index.ts'
import { newSubjectId } from '../../journal/index.ts'
import { findActor } from '../../programme/index.ts'
import { done } from '../../refusal/index.ts'
import { enrol, getRecoveryKey } from '../../sign-in/index.ts'
import {
  type Answer,
  approveMember,
  type DeviceId,
  findMember,
  inviteMember,
  listDevices,
  type MemberActor,
} from '../../staff/index.ts'
import type { MemberAtHand } from '../member-at-hand.ts'
import { setUpFirstMember } from '../set-up-first-member.ts'
import { unlockMember } from '../unlock-member.ts'

export const passphrase = 'seven brown kites over the river'

export type FirstMember = { readonly member: MemberAtHand; readonly words: readonly string[] }

/** Sets an invented organisation up, with its first member at hand. */
export async function setUpHouse(database: Database): Promise<FirstMember> {
  let words: readonly string[] = []
  const setUp = await setUpFirstMember(database, {
    organisation: 'Invented House',
    code: 'amina',
    displayName: 'Amina Rahman',
    passphrase,
    keepWords: async (made) => {
      words = made
      return done(undefined)
    },
  })
  if (!setUp.ok) throw new Error(setUp.refusal.message)
  return { member: await atHand(database, 'amina'), words }
}

/** Opens the keys of a member by the passphrase of all invented people. */
export async function atHand(database: Database, code: string): Promise<MemberAtHand> {
  const actor = await findActor(database)
  const unlocked = actor && (await unlockMember(database, actor, { code, passphrase }))
  if (unlocked?.ok !== true) throw new Error(`${code} does not open`)
  return unlocked.value
}

/** Who acts for a member in the rules of staff. */
export async function actorOf(database: Database, member: MemberAtHand): Promise<MemberActor> {
  return database.withSnapshot({ orgId: member.orgId }, async (tx) => {
    const found = await findMember(tx, member.id)
    const [device] = await listDevices(tx, member.id)
    if (found === undefined || device === undefined) throw new Error('a member without device')
    const { orgId, id, code } = member
    return { orgId, memberId: id, code, roles: found.roles, deviceId: device.id, sessionId: 'none' as never }
  })
}

/** Invites a member, makes her keys, and has the first member approve her. */
export async function addMember(
  database: Database,
  first: MemberAtHand,
  code: string,
  roles: readonly Role[],
): Promise<MemberAtHand> {
  const actor = await actorOf(database, first)
  const id = newSubjectId() as string as MemberId
  const { lookup, secret: link } = await createInvitation()
  const owner = { organisationId: first.orgId, memberId: id, keyNumber: 1 }
  const secret = await createMemberSecret()
  const keys = await loadMemberKeys(secret)
  const settings = createPassphraseSettings(weakestParameters)
  const derived = await derivePassphraseKeys(passphrase, settings)
  const proof = await proveInvitedKeys(link, owner, keys.public)
  if (derived.state !== 'open' || proof === undefined) throw new Error('no keys were made')
  const { wrapKey, signInSecret } = derived.value
  const wrappedByPassphrase = await wrapMemberSecret(secret, wrapKey, owner)
  const by = { memberId: first.id, keyNumber: first.keyNumber }
  const card = await signMemberCard({ ...owner, ...keys.public, code }, by, first.keys.signing)
  const device = { id: newSubjectId() as string as DeviceId, name: 'An invented phone' }
  await database.withTransaction({ orgId: first.orgId }, async (tx) => {
    const invitation = { lookup, hours: 1 }
    must(await inviteMember(tx, actor, { id, code, displayName: `Invented ${code}`, roles, invitation }))
    const { publicKey } = await getRecoveryKey(tx)
    const wrappedForRecovery = await wrapMemberSecretForRecovery(secret, publicKey, owner)
    must(
      await enrol(tx, new Date(), {
        lookup,
        keys: { ...keys.public, wrappedByPassphrase, wrappedForRecovery, proof },
        credential: { ...settings, secret: signInSecret },
        device,
      }),
    )
    must(await approveMember(tx, actor, id, card))
  })
  return atHand(database, code)
}

function must<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(`refused: ${answer.kind}`)
  return answer.value
}
