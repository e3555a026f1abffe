import { randomUUID } from 'node:crypto'
import type { MemberId } from '@sathi/domain'
import { foundingRoles } from '@sathi/domain/staff'
import { isMemberCardSignedBy, type MemberCard } from '@sathi/sealing'
import { appendAudit, openAudit } from '../audit/index.ts'
import { type Database, type Deployment, type OrgId, statement, type Transaction } from '../database/index.ts'
import { insertOrganisation, renameOrganisation } from '../journal/index.ts'
import {
  type Answer,
  type DeviceId,
  insertDevice,
  insertKeys,
  insertMember,
  listMembers,
  no,
  putRoles,
  type StoredKeys,
  tellDevices,
} from '../staff/index.ts'
import { type NewCredential, storeCredential } from './credential.ts'
import { finishSignIn, type SignedIn } from './finish-sign-in.ts'
import { openPepper } from './pepper.ts'

/** What a first device sends once its three steps are done: the organisation, its first person, and the recovery key's half. */
export type SetUp = {
  /** The id is a UUID, made on the device: what it seals and signs is bound to it. */
  readonly organisation: { readonly id: string; readonly name: string }
  readonly member: {
    readonly id: MemberId
    readonly code: string
    readonly displayName: string
    readonly keys: Omit<StoredKeys, 'number' | 'proof' | 'card'>
    readonly card: MemberCard
    readonly credential: NewCredential
  }
  readonly device: { readonly id: DeviceId; readonly name: string }
  /** X25519, base64url. */
  readonly recoveryPublicKey: string
}

/** Whether an organisation can be set up, and under which id where records came before people. */
export type SetUpState =
  | { readonly state: 'open'; readonly organisation: OrgId | null }
  | { readonly state: 'done' }

const takeFirst = statement('take_first_set_up', 'select app.take_first_set_up($1) as taken')
const storeRecoveryKey = statement(
  'store_recovery_key',
  `insert into app.recovery_key (org_id, number, public_key, made_by, made_at)
   values ((select app.org_id()), 1, $1, $2, now())`,
)

export function findSetUpState(database: Database): Promise<SetUpState> {
  return database.withWholeSnapshot(readState)
}

/** Sets the organisation of a deployment up: all of it, or nothing. The first member vouches for herself. */
export function setUp(database: Database, asked: SetUp, synthetic = false): Promise<Answer<SignedIn>> {
  return database.withWholeTransaction(async (deployment) => {
    const found = await readState(deployment)
    const { member, device } = asked
    const organisation = { ...asked.organisation, id: asked.organisation.id as OrgId }
    if (found.state === 'done') return no('already-set-up')
    if (found.organisation !== null && found.organisation !== organisation.id) return no('already-set-up')
    const tx = await deployment.become(organisation.id)
    if (!(await isOwnCard(asked))) return no('card-refused')
    const [first] = await tx.query<{ taken: boolean }>(takeFirst, [organisation.id])
    if (first?.taken !== true) return no('already-set-up')
    const now = new Date()
    if (found.organisation === null) {
      const about = { orgId: organisation.id, name: organisation.name, synthetic }
      await insertOrganisation(tx, { ...about, createdAt: now, epoch: randomUUID() })
    } else await renameOrganisation(tx, organisation.name)
    await openPepper(tx)
    await openAudit(tx)
    await writeFirstMember(tx, now, asked)
    await tx.query(storeRecoveryKey, [asked.recoveryPublicKey, member.id])
    await tellFirst(tx, asked)
    return finishSignIn(tx, now, { id: member.id, state: 'active' }, device, null)
  })
}

async function readState(deployment: Deployment): Promise<SetUpState> {
  const [orgId] = await deployment.organisationIds()
  if (orgId === undefined) return { state: 'open', organisation: null }
  const tx = await deployment.become(orgId)
  const members = await listMembers(tx)
  return members.length > 0 ? { state: 'done' } : { state: 'open', organisation: orgId }
}

async function isOwnCard({ organisation, member }: SetUp): Promise<boolean> {
  const { card, keys } = member
  return (
    card.organisationId === organisation.id &&
    card.memberId === member.id &&
    card.keyNumber === 1 &&
    card.code === member.code &&
    card.sealing === keys.sealing &&
    card.signing === keys.signing &&
    card.approvedBy.memberId === member.id &&
    card.approvedBy.keyNumber === 1 &&
    (await isMemberCardSignedBy(card, keys.signing))
  )
}

async function writeFirstMember(tx: Transaction, now: Date, { member, device }: SetUp): Promise<void> {
  const { id, code, displayName, keys, card, credential } = member
  await insertMember(tx, { id, code, displayName, state: 'active', keyNumber: 1, madeBy: null })
  await putRoles(tx, id, foundingRoles, { by: id, at: now })
  await insertKeys(tx, id, { ...keys, number: 1, proof: null, card })
  await storeCredential(tx, id, credential)
  await insertDevice(tx, { ...device, memberId: id, state: 'approved', approvedBy: id })
}

async function tellFirst(tx: Transaction, { member, device }: SetUp): Promise<void> {
  const who = { by: member.id, device: device.id }
  await appendAudit(
    tx,
    {
      ...who,
      name: 'roles_changed',
      fields: { member: member.id, roles_before: [], roles: [...foundingRoles] },
    },
    { ...who, name: 'member_enrolled', fields: { member: member.id, device: device.id } },
  )
  await tellDevices(tx, { for: null, what: { event: 'member', card: member.card } })
}
