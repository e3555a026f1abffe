import type { HelloAnswer } from '@sathi/sync'
import type { Database, OrgId } from '../database/index.ts'
import { type DeviceId, findDevice, findMember, noteDeviceWiped } from '../staff/index.ts'

type Stranded = { readonly orgId: OrgId; readonly answer: Extract<HelloAnswer, { state: 'locked' | 'wipe' }> }

/**
 * A device whose sessions were ended with its access, and which therefore cannot sign in, must still be told to lock or to
 * erase itself. It is told by its id alone, and nothing else is: undefined for every other.
 */
export async function findStranded(database: Database, id: string): Promise<Stranded | undefined> {
  return database.withWholeSnapshot(async (deployment) => {
    for (const orgId of await deployment.organisationIds()) {
      const tx = await deployment.become(orgId)
      const device = await findDevice(tx, id as DeviceId)
      if (device === undefined) continue
      if (device.state === 'wiping' || device.state === 'wiped') return { orgId, answer: { state: 'wipe' } }
      if (device.state === 'locked') {
        return { orgId, answer: { state: 'locked', reason: 'device-locked' } }
      }
      const member = await findMember(tx, device.memberId)
      if (member?.state !== 'suspended') return undefined
      return { orgId, answer: { state: 'locked', reason: 'member-suspended' } }
    }
    return undefined
  })
}

/** Notes that a device which was told to has erased itself. What any other says is passed over. */
export async function noteStrandedWiped(database: Database, id: string): Promise<void> {
  const stranded = await findStranded(database, id)
  if (stranded?.answer.state !== 'wipe') return
  await database.withTransaction({ orgId: stranded.orgId }, async (tx) => {
    const device = await findDevice(tx, id as DeviceId)
    if (device !== undefined) await noteDeviceWiped(tx, device)
  })
}
